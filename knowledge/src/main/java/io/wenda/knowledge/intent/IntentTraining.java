package io.wenda.knowledge.intent;

import java.time.Instant;

/**
 * What came of learning a company's intents.
 *
 * @param version of the intents together
 * @param accuracy share of examples that are recognised when they are not learned from
 */
public record IntentTraining(
        int version,
        String changedBy,
        Instant madeAt,
        int intents,
        int examples,
        double accuracy) {}
