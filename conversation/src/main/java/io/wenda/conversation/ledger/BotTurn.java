package io.wenda.conversation.ledger;

import io.wenda.conversation.AnswerCandidate;
import java.util.List;
import java.util.Optional;

/**
 * What the bot decided about one contact message, and from what.
 *
 * @param candidates what it considered, best first
 */
public record BotTurn(Decision decision, double confidence, List<AnswerCandidate> candidates) {
    public BotTurn {
        candidates = List.copyOf(candidates);
    }

    /** What the bot can do. */
    public enum Decision {
        ANSWER,
        CLARIFY,
        HANDOVER;

        /** Those of the candidates that the contact got to see. */
        public List<AnswerCandidate> shown(List<AnswerCandidate> candidates) {
            return switch (this) {
                case ANSWER -> candidates.subList(0, 1);
                case CLARIFY -> candidates;
                case HANDOVER -> List.of();
            };
        }
    }

    /** The topic: what came nearest. */
    public Optional<AnswerCandidate> best() {
        return candidates.stream().findFirst();
    }
}
