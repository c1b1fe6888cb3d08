package io.wenda.knowledge.trial;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step of a change of what is published.
 *
 * @param version that the entry would be answered with, a retired one for going back to it; absent:
 *     the entry would be retired
 */
public record Change(EntryId entry, @Nullable Integer version) {

    /** The version that it names; empty where the entry would be retired. */
    public Optional<VersionId> named() {
        return Optional.ofNullable(version).map(number -> new VersionId(entry, number));
    }
}
