package io.wenda.knowledge.evaluation;

import io.wenda.knowledge.confidence.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * What came of one question: the evidence for the nearest entry, and at which place the right one
 * came, 0 where it did not.
 */
record Answered(
        String question,
        String domain,
        Kind kind,
        @Nullable Evidence evidence,
        int place,
        String nearest) {

    /** Whether the nearest entry is the right one. */
    boolean right() {
        return place == 1;
    }

    enum Kind {
        IN_SCOPE,
        NEAR_MISS,
        OUT_OF_SCOPE
    }
}
