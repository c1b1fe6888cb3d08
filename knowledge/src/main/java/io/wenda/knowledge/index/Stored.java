package io.wenda.knowledge.index;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of documents that were put.
 *
 * @param taken by the index, this time or before
 * @param refused for good, each with its reason
 */
public record Stored(List<VersionTexts> taken, List<Refused> refused) {
    public static final Stored NOTHING = new Stored(List.of(), List.of());

    /** A version that the index will never take as it is. */
    public record Refused(VersionTexts version, String reason) {}

    /** How many it is decided of what becomes of them. */
    public int settled() {
        return taken.size() + refused.size();
    }

    static Stored refused(VersionTexts version, String reason) {
        return new Stored(List.of(), List.of(new Refused(version, reason)));
    }

    Stored plus(Stored other) {
        return new Stored(
                Stream.concat(taken.stream(), other.taken.stream()).toList(),
                Stream.concat(refused.stream(), other.refused.stream()).toList());
    }
}
