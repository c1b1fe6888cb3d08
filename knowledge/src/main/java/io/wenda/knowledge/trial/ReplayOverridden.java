package io.wenda.knowledge.trial;

import io.wenda.knowledge.VersionId;
import java.util.List;

/**
 * A second person lets the change of a replay go out although it does harm; told inside of the
 * transaction.
 *
 * @param versions that may be published now
 */
public record ReplayOverridden(List<VersionId> versions) {
    public ReplayOverridden {
        versions = List.copyOf(versions);
    }

    static ReplayOverridden of(Trial trial) {
        return new ReplayOverridden(
                trial.changes().stream().flatMap(it -> it.toVersion().stream()).toList());
    }
}
