package io.wenda.knowledge.entry;

import io.wenda.knowledge.VersionState;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to list; what is absent does not matter.
 *
 * @param text stands in the question, a similar question or the answer of the latest version or of
 *     the published one
 * @param state in which the latest version is
 * @param category path of a category; the ones below it count too
 * @param attention that it wants, of editors only
 */
public record EntryFilter(
        @Nullable String text,
        @Nullable VersionState state,
        @Nullable String category,
        @Nullable String tag,
        @Nullable Attention attention) {

    /** Every entry. */
    public static final EntryFilter NONE = new EntryFilter(null, null, null, null, null);
}
