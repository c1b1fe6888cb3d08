package io.wenda.conversation;

import io.wenda.tenant.ChannelId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A configured way in.
 *
 * @param skillGroup who serves it: General where none was chosen
 * @param publicKey what a web page carries; only WEB channels have one
 * @param allowedOrigins pages that may show it, each exactly scheme://host[:port]
 * @param greeting shown before the first message, never stored as one
 */
public record Channel(
        ChannelId id,
        ChannelType type,
        String name,
        boolean enabled,
        SkillGroupId skillGroup,
        @Nullable String publicKey,
        List<String> allowedOrigins,
        boolean botEnabled,
        @Nullable String greeting) {
    public Channel {
        allowedOrigins = List.copyOf(allowedOrigins);
    }
}
