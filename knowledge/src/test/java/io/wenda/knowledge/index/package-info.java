/** Tests. */
@NullMarked
package io.wenda.knowledge.index;

import org.jspecify.annotations.NullMarked;
