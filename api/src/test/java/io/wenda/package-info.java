/** The application as the world sees it, on real engines. */
@NullMarked
package io.wenda;

import org.jspecify.annotations.NullMarked;
