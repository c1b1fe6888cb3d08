package io.wenda.conversation;

import java.util.UUID;

/** Receipt of what the bot considered or offered, with its score from 0 to 1. */
public record AnswerCandidate(UUID entry, int version, String question, double score) {

    /** Of what the knowledge considered. */
    public static AnswerCandidate of(io.wenda.knowledge.answering.AnswerCandidate candidate) {
        return new AnswerCandidate(
                candidate.version().entry().value(),
                candidate.version().number(),
                candidate.question(),
                candidate.score());
    }
}
