/** The search index of what companies know: which versions come near a question. */
@NullMarked
package io.wenda.knowledge.index;

import org.jspecify.annotations.NullMarked;
