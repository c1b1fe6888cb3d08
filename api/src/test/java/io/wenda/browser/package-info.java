/** The screens as people use them, in a real browser. */
@NullMarked
package io.wenda.browser;

import org.jspecify.annotations.NullMarked;
