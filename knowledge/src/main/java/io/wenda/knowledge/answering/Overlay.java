package io.wenda.knowledge.answering;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.index.Hit;
import java.util.Map;
import java.util.Optional;

/**
 * Other versions published than those that are: laid over the live knowledge, to see what the bot
 * would say then.
 *
 * @param published of each changed entry its version then; empty: none, it is retired
 */
public record Overlay(Map<EntryId, Optional<VersionId>> published) {
    /** Nothing is changed. */
    public static final Overlay NONE = new Overlay(Map.of());

    /**
     * Added to the number of a version that the index holds for this purpose only: far above every
     * version's own, so that neither the bot nor the versions' own way into the index meets it.
     */
    private static final int ASIDE = 1_000_000_000;

    public Overlay {
        published = Map.copyOf(published);
    }

    /** The name under which the index holds a version that it would not hold by its state. */
    public static VersionId aside(VersionId version) {
        return new VersionId(version.entry(), version.number() + ASIDE);
    }

    /** The version that a document of the index stands for. */
    static VersionId meant(Hit hit) {
        var id = hit.version();
        return id.number() > ASIDE ? new VersionId(id.entry(), id.number() - ASIDE) : id;
    }

    /**
     * Whether a hit would be published then, the version that it stands for being so now or not.
     */
    boolean publishes(Hit hit, boolean now) {
        var then = published.get(hit.version().entry());
        return then == null
                ? now && meant(hit).equals(hit.version())
                : then.filter(it -> it.equals(meant(hit))).isPresent();
    }
}
