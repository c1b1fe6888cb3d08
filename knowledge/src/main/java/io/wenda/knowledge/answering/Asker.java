package io.wenda.knowledge.answering;

import io.wenda.tenant.ChannelId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The customer who asks, as far as it matters to what she may be told.
 *
 * @param channel that she is on
 * @param attributes of the contact
 */
public record Asker(@Nullable ChannelId channel, Map<String, Object> attributes) {
    /** Somebody of whom nothing is known: she is told what is for everybody. */
    public static final Asker ANYBODY = new Asker(null, Map.of());
}
