/**
 * Lists in pages, by the rules of Relay's connections: cursors, sizes, what comes before and after.
 */
@NullMarked
package io.wenda.api.page;

import org.jspecify.annotations.NullMarked;
