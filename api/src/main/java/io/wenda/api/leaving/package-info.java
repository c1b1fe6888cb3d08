/** How a node leaves while others stay, so that nobody notices. */
@NullMarked
package io.wenda.api.leaving;

import org.jspecify.annotations.NullMarked;
