/** Tests. */
@NullMarked
package io.wenda.knowledge.embedding;

import org.jspecify.annotations.NullMarked;
