package io.wenda.knowledge.gap;

import io.wenda.knowledge.gap.Served.Turn;
import java.util.Optional;

/** Why a question counts as not answered well. */
public enum GapCause {
    /** The bot knew no answer. */
    NO_ANSWER,
    /** It asked back. */
    ASKED_BACK,
    /** It answered, and was not sure. */
    UNSURE,
    /** It answered, and that did not help: a person was wanted, or the customer said so. */
    NOT_ENOUGH;

    /** Why the turn's question does; empty where it was answered well. */
    static Optional<GapCause> of(Turn turn, double unsureBelow) {
        return switch (turn.decision()) {
            case HANDOVER -> Optional.of(NO_ANSWER);
            case CLARIFY -> Optional.of(ASKED_BACK);
            case ANSWER -> ofAnswered(turn, unsureBelow);
        };
    }

    private static Optional<GapCause> ofAnswered(Turn turn, double unsureBelow) {
        if (turn.notEnough()) {
            return Optional.of(NOT_ENOUGH);
        }
        return turn.confidence() < unsureBelow ? Optional.of(UNSURE) : Optional.empty();
    }
}
