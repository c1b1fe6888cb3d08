/** Facts in the warehouse, and numbers over them that are provably right. */
@NullMarked
package io.wenda.analytics;

import org.jspecify.annotations.NullMarked;
