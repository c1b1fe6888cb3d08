/** Tests. */
@NullMarked
package io.wenda.knowledge.entry;

import org.jspecify.annotations.NullMarked;
