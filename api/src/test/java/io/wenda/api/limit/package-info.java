/** Tests of limits. */
@NullMarked
package io.wenda.api.limit;

import org.jspecify.annotations.NullMarked;
