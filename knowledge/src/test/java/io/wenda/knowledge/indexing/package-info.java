/** Tests. */
@NullMarked
package io.wenda.knowledge.indexing;

import org.jspecify.annotations.NullMarked;
