package io.wenda.knowledge.entry;

import io.wenda.tenant.Refusal;

/**
 * Somebody else wrote after the editor had read: nothing is changed, and both texts are here for
 * her to make one of.
 */
public final class WrittenMeanwhile extends Refusal.Conflict {
    private final transient Version theirs;
    private final transient Wording yours;

    WrittenMeanwhile(Version theirs, Wording yours, String field) {
        super(
                "somebody else wrote version %1$d, revision %2$d meanwhile: merge both texts, which stand in `conflict`, and send the result with expectedVersion %1$d and expectedRevision %2$d"
                        .formatted(theirs.id().number(), theirs.revision()),
                field);
        this.theirs = theirs;
        this.yours = yours;
    }

    /** The latest version as it is. */
    public Version theirs() {
        return theirs;
    }

    /** What would have been written: the other's text where the editor changed nothing. */
    public Wording yours() {
        return yours;
    }
}
