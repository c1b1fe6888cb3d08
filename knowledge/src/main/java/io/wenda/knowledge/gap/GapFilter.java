package io.wenda.knowledge.gap;

import io.wenda.tenant.ChannelId;
import org.jspecify.annotations.Nullable;

/**
 * Which gaps; what is absent does not narrow.
 *
 * @param locale of their central question
 * @param channel that a question of them came by
 * @param text in their central question
 */
public record GapFilter(
        @Nullable GapState state,
        @Nullable String locale,
        @Nullable ChannelId channel,
        @Nullable String text) {
    public static final GapFilter NONE = new GapFilter(null, null, null, null);
}
