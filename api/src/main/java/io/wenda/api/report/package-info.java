/** Figures, to the world, with the names of what they are about. */
@NullMarked
package io.wenda.api.report;

import org.jspecify.annotations.NullMarked;
