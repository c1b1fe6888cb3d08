package io.wenda.knowledge.entry;

import io.wenda.knowledge.VersionId;

/**
 * A published version that asks nearly the same as another one.
 *
 * @param question its own
 * @param score how near, 0 to about 1
 */
public record Neighbour(VersionId version, String question, double score, Kind kind) {

    /** What that means. */
    public enum Kind {
        /** The answers say the same as well: one of them is enough. */
        DUPLICATE,
        /** Nearly the same question, another answer: one of them may be wrong. */
        CONTRADICTION,
        /** Near enough to have a look. */
        RELATED
    }
}
