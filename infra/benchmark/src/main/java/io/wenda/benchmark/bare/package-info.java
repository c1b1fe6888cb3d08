/** The ceiling of this stack without a product. */
@NullMarked
package io.wenda.benchmark.bare;

import org.jspecify.annotations.NullMarked;
