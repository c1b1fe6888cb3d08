package io.wenda.knowledge.trial;

import io.wenda.tenant.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a company asks of a change before it goes out.
 *
 * @param worseLimit questions that may be worse or lost; absent: the gate is off
 * @param customerQuestions how many of the customers' last questions are played
 */
public record GateRule(@Nullable Integer worseLimit, int customerQuestions) {
    private static final int MOST_CUSTOMER_QUESTIONS = 10_000;
    private static final int MOST_WORSE = 100_000;

    /** Of a company that chose nothing. */
    static final GateRule DEFAULT = new GateRule(null, 1_000);

    public GateRule {
        if (customerQuestions < 0 || customerQuestions > MOST_CUSTOMER_QUESTIONS) {
            throw new Refusal.Invalid(
                    "must be 0 to " + MOST_CUSTOMER_QUESTIONS, "customerQuestions");
        }
        if (worseLimit != null && (worseLimit < 0 || worseLimit > MOST_WORSE)) {
            throw new Refusal.Invalid("must be 0 to " + MOST_WORSE + ", or null", "worseLimit");
        }
    }
}
