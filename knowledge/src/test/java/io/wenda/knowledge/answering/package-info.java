/** Tests. */
@NullMarked
package io.wenda.knowledge.answering;

import org.jspecify.annotations.NullMarked;
