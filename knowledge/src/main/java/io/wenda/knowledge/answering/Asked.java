package io.wenda.knowledge.answering;

import io.wenda.knowledge.embedding.NormalText;
import org.jspecify.annotations.Nullable;

/**
 * A question of somebody.
 *
 * @param previous what she asked before, in the same conversation, as it was read
 * @param locale that she reads, if known
 * @param asker what decides about what she may be told
 */
public record Asked(String text, @Nullable String previous, @Nullable String locale, Asker asker) {

    /** How a question is read together with the one that it goes on from. */
    public static String together(String previous, String question) {
        return previous + " " + FollowUp.own(NormalText.of(question)).value();
    }

    /** By somebody of whom nothing is known. */
    public Asked(String text, @Nullable String previous, @Nullable String locale) {
        this(text, previous, locale, Asker.ANYBODY);
    }
}
