package io.wenda.knowledge.trial;

import io.wenda.knowledge.VersionId;
import java.util.List;

/**
 * The gate may say something else to the versions of a replay by now: it has ended, or a second
 * person overrode it. Told inside of the transaction.
 */
public record VerdictMayDiffer(List<VersionId> versions) {
    public VerdictMayDiffer {
        versions = List.copyOf(versions);
    }
}
