/** Tests. */
@NullMarked
package io.wenda.knowledge.confidence;

import org.jspecify.annotations.NullMarked;
