/** Measures the product against the bare application, both in one run. */
@NullMarked
package io.wenda.benchmark;

import org.jspecify.annotations.NullMarked;
