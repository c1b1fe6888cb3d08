package io.wenda.knowledge.answering;

import org.jspecify.annotations.Nullable;

/**
 * A question of somebody.
 *
 * @param previous what she asked right before, in the same conversation
 * @param locale that she reads, if known
 * @param asker what decides about what she may be told
 */
public record Asked(String text, @Nullable String previous, @Nullable String locale, Asker asker) {

    /** By somebody of whom nothing is known. */
    public Asked(String text, @Nullable String previous, @Nullable String locale) {
        this(text, previous, locale, Asker.ANYBODY);
    }
}
