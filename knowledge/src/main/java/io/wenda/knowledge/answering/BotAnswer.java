package io.wenda.knowledge.answering;

import io.wenda.knowledge.VersionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the bot would say.
 *
 * @param text the answer, word for word as published; present if and only if it answers
 * @param source the version that the text is of; present if and only if it answers
 * @param candidates best first, at most three; what it offers where it asks back, its reasons else
 * @param confidence calibrated probability, 0 to 1, that the first candidate answers the question
 * @param searched whether the search index could be asked at all
 * @param locale of the text, else the one asked for, else that of the question
 */
public record BotAnswer(
        Decision decision,
        @Nullable String text,
        @Nullable Source source,
        List<AnswerCandidate> candidates,
        double confidence,
        boolean searched,
        String locale,
        Grounds grounds) {

    /** The version that a text comes from, and that version's own question. */
    public record Source(VersionId version, String question) {}
}
