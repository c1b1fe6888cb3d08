/** Tests of what is served to browsers. */
@NullMarked
package io.wenda.api.web;

import org.jspecify.annotations.NullMarked;
