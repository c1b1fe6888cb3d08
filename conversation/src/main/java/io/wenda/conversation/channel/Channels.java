package io.wenda.conversation.channel;

import io.wenda.conversation.Channel;
import io.wenda.conversation.ChannelType;
import io.wenda.conversation.SkillGroupId;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ways in that a company has configured. */
@Component
public class Channels {

    /** A channel to be; what is absent takes its default. */
    public record NewChannel(
            ChannelType type,
            String name,
            @Nullable SkillGroupId skillGroup,
            @Nullable List<String> allowedOrigins,
            @Nullable Boolean botEnabled,
            @Nullable String greeting) {}

    /** Changes of a channel; what is absent stays. An empty greeting takes it away. */
    public record ChannelChange(
            @Nullable String name,
            @Nullable Boolean enabled,
            @Nullable SkillGroupId skillGroup,
            @Nullable List<String> allowedOrigins,
            @Nullable Boolean botEnabled,
            @Nullable String greeting) {}

    /** A channel found by its public key, before any company was known. */
    public record Found(TenantId tenant, Channel channel) {}

    /** Makes a channel, enabled, with a public key where it is a WEB one. */
    public Channel create(NewChannel input) {
        throw new UnsupportedOperationException();
    }

    /** Changes a channel. */
    public Channel update(ChannelId id, ChannelChange change) {
        throw new UnsupportedOperationException();
    }

    /** The known ones of these. */
    public Map<ChannelId, Channel> byIds(Collection<ChannelId> ids) {
        throw new UnsupportedOperationException();
    }

    /** In order of creation. */
    public Page<Channel> page(PageRequest request) {
        throw new UnsupportedOperationException();
    }

    /** The channel that a page names; needs no bound company, and must not run in a transaction. */
    public Optional<Found> forPublicKey(String publicKey) {
        throw new UnsupportedOperationException();
    }
}
