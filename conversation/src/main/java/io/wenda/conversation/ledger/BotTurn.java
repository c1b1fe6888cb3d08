package io.wenda.conversation.ledger;

import io.wenda.conversation.AnswerCandidate;
import io.wenda.conversation.AnswerGrounds;
import io.wenda.conversation.AnswerSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the bot decided about one contact message, and from what.
 *
 * @param candidates what it considered, best first
 * @param grounds what else the decision stood on
 */
public record BotTurn(
        Decision decision,
        double confidence,
        List<AnswerCandidate> candidates,
        @Nullable AnswerGrounds grounds) {
    public BotTurn {
        candidates = List.copyOf(candidates);
    }

    /** One that stands on nothing that could be told. */
    public BotTurn(Decision decision, double confidence, List<AnswerCandidate> candidates) {
        this(decision, confidence, candidates, null);
    }

    /** What the bot can do. */
    public enum Decision {
        ANSWER,
        CLARIFY,
        HANDOVER;

        /** Those of the candidates that the contact got to see. */
        public List<AnswerCandidate> shown(List<AnswerCandidate> candidates) {
            return switch (this) {
                case ANSWER -> candidates.stream().limit(1).toList();
                case CLARIFY -> candidates;
                case HANDOVER -> List.of();
            };
        }
    }

    /** Whether a language model worded what is said. */
    public boolean isWorded() {
        return grounds != null && grounds.wording() != null;
    }

    /** What a language model's answer cites besides the version that it is shown to come from. */
    public List<AnswerGrounds.Cited> citedBesides(AnswerSource source) {
        var wording = grounds == null ? null : grounds.wording();
        if (wording == null) {
            return List.of();
        }
        return wording.cited().stream()
                .filter(it ->
                        !it.entry().equals(source.entry()) || it.version() != source.version())
                .distinct()
                .toList();
    }

    /** The topic: what came nearest. */
    public Optional<AnswerCandidate> best() {
        return candidates.stream().findFirst();
    }
}
