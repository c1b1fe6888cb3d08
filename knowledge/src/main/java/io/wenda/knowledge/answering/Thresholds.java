package io.wenda.knowledge.answering;

import io.wenda.tenant.Refusal;

/**
 * How sure the bot must be, 0 to 1.
 *
 * @param answer from here on it answers
 * @param clarify from here on it asks back, below it hands over
 */
public record Thresholds(double answer, double clarify) {
    public Thresholds {
        if (!(clarify >= 0 && clarify <= answer && answer <= 1)) {
            throw new Refusal.Invalid(
                    "thresholds must be between 0 and 1, clarify not above answer", "thresholds");
        }
    }

    /** What the bot does when it is so sure. */
    public Decision decide(double confidence) {
        if (confidence >= answer) {
            return Decision.ANSWER;
        }
        return confidence >= clarify ? Decision.CLARIFY : Decision.HANDOVER;
    }
}
