/** Tests of the knowledge and its editing, from outside. */
@NullMarked
package io.wenda.api.knowledge;

import org.jspecify.annotations.NullMarked;
