/** Wenda 问达: one installation, many companies, none of which can ever see another. */
@NullMarked
package io.wenda;

import org.jspecify.annotations.NullMarked;
