package io.wenda.knowledge.generation;

import io.wenda.knowledge.VersionId;
import java.util.List;

/** What came of asking the model. */
public sealed interface Generated {

    /**
     * An answer that passed the checks.
     *
     * @param text without its citations
     * @param cited in the order of the passages
     */
    record Written(String text, String model, List<VersionId> cited) implements Generated {}

    /** Nothing that could be said: the published answer is. */
    record Nothing(Why why) implements Generated {}

    /** Why there is nothing. */
    enum Why {
        /** No model is chosen, or it is switched off. */
        OFF,
        /** Too many questions of the company wait for its model. */
        BUSY,
        /** It failed too often lately, and is not called for a while. */
        CIRCUIT_OPEN,
        /** It cannot be reached, or its address may not be called. */
        UNREACHABLE,
        TIMED_OUT,
        /** It said no, cut itself short, or spoke another protocol. */
        BROKEN,
        /** It finds no answer in the passages. */
        DECLINED,
        /** It cites nothing. */
        UNCITED,
        /** It cites a passage that it was not given. */
        LYING,
        /** What it says does not stand in the passages that it cites. */
        UNSUPPORTED
    }
}
