package io.wenda.conversation;

import java.util.UUID;

/** Receipt of what the bot considered or offered, with its score from 0 to 1. */
public record AnswerCandidate(UUID entry, int version, String question, double score) {

    private static final UUID NO_ENTRY = new UUID(0, 0);

    /** Something to choose that is of no entry. */
    public static AnswerCandidate offer(String choice, double score) {
        return new AnswerCandidate(NO_ENTRY, 0, choice, score);
    }

    /** Of what the knowledge considered. */
    public static AnswerCandidate of(io.wenda.knowledge.answering.AnswerCandidate candidate) {
        return new AnswerCandidate(
                candidate.version().entry().value(),
                candidate.version().number(),
                candidate.question(),
                candidate.score());
    }
}
