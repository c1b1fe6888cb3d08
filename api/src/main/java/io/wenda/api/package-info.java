/** The application: everything a caller can reach from outside. */
@NullMarked
package io.wenda.api;

import org.jspecify.annotations.NullMarked;
