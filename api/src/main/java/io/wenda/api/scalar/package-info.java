/** The schema's scalars, and the ids by which the world knows our rows. */
@NullMarked
package io.wenda.api.scalar;

import org.jspecify.annotations.NullMarked;
