package io.wenda.knowledge.indexing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last time that all of a company's documents were written again.
 *
 * @param markedTo the documents of the entries up to this one are marked to be written
 * @param found the comparison at its end
 */
public record Rebuild(
        State state,
        @Nullable UUID markedTo,
        Instant beganAt,
        @Nullable Instant endedAt,
        Comparison found) {

    /** How far it is. */
    public enum State {
        /** The documents are being marked to be written. */
        MARKING,
        /** All are marked, and being written; when they are, they are compared. */
        WRITING,
        DONE
    }
}
