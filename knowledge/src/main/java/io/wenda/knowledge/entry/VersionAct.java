package io.wenda.knowledge.entry;

import io.wenda.knowledge.VersionId;
import io.wenda.tenant.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Something done to a version, with what the doer says about it.
 *
 * @param expectedRevision of the text that she read; absent: whichever it is
 */
public record VersionAct(
        VersionId version, @Nullable Integer expectedRevision, @Nullable String comment) {

    /** Whatever its text is. */
    public VersionAct(VersionId version, @Nullable String comment) {
        this(version, null, comment);
    }

    /** Refuses the text of that revision, if she read another one. */
    void requireRead(int revision) {
        if (expectedRevision != null && expectedRevision != revision) {
            throw new Refusal.Conflict(
                    "version %d was written anew, it is at revision %d: read it again, and send the expectedRevision that you read"
                            .formatted(version.number(), revision),
                    "expectedRevision");
        }
    }
}
