/** Tests. */
@NullMarked
package io.wenda.knowledge.cell;

import org.jspecify.annotations.NullMarked;
