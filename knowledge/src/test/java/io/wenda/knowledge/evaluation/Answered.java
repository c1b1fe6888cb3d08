package io.wenda.knowledge.evaluation;

import io.wenda.knowledge.confidence.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * What came of one question: the evidence for the nearest entry, and whether that entry is the
 * right one.
 */
record Answered(
        String question,
        String domain,
        Kind kind,
        @Nullable Evidence evidence,
        boolean right,
        String nearest) {

    enum Kind {
        IN_SCOPE,
        NEAR_MISS,
        OUT_OF_SCOPE
    }
}
