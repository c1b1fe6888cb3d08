package io.wenda.knowledge.indexing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The making of an index beside the live one.
 *
 * @param indexId what OpenSearch calls it, once it is made
 * @param documents that it held when it took the place, null before
 */
public record Reindex(
        int number,
        int definition,
        State state,
        @Nullable String indexId,
        @Nullable Long documents,
        Instant beganAt,
        @Nullable Instant endedAt) {

    /** How far it is. */
    public enum State {
        /** Everything is being put into it, and every change goes to both. */
        FILLING,
        /** Both agree, and the alias moves. */
        MOVING,
        /** Questions are answered from it; the one before is removed when nobody reads it. */
        CLEARING,
        DONE,
        /** It was lost when it was to take the place; the live one stays. */
        FAILED
    }

    /** Whether there is more to do. */
    public boolean isUnderWay() {
        return state != State.DONE && state != State.FAILED;
    }
}
