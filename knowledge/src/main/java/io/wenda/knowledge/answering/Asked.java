package io.wenda.knowledge.answering;

import org.jspecify.annotations.Nullable;

/**
 * A question of somebody.
 *
 * @param previous what she asked right before, in the same conversation
 * @param locale that she reads, if known
 */
public record Asked(String text, @Nullable String previous, @Nullable String locale) {}
