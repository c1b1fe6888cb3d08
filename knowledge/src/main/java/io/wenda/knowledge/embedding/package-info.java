/**
 * Texts made comparable: normalised, split into word pieces, turned into small vectors, all inside
 * this process.
 */
@NullMarked
package io.wenda.knowledge.embedding;

import org.jspecify.annotations.NullMarked;
