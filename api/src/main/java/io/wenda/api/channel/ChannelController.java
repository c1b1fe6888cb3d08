package io.wenda.api.channel;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Batch;
import io.wenda.api.graphql.Once;
import io.wenda.api.page.Connection;
import io.wenda.api.page.Connections;
import io.wenda.conversation.Channel;
import io.wenda.conversation.ChannelType;
import io.wenda.conversation.SkillGroup;
import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.channel.Channels;
import io.wenda.conversation.routing.SkillGroups;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The ways in to a company. */
@Controller
class ChannelController {
    private final Channels channels;
    private final SkillGroups groups;
    private final Connections connections;
    private final Once once;

    ChannelController(Channels channels, SkillGroups groups, Connections connections, Once once) {
        this.channels = channels;
        this.groups = groups;
        this.connections = connections;
        this.once = once;
    }

    record CreateChannelInput(
            ChannelType type,
            String name,
            @Nullable SkillGroupId skillGroupId,
            @Nullable List<String> allowedOrigins,
            @Nullable Boolean botEnabled,
            @Nullable String greeting) {

        Channels.NewChannel toNewChannel() {
            return new Channels.NewChannel(
                    type, name, skillGroupId, allowedOrigins, botEnabled, greeting);
        }
    }

    record UpdateChannelInput(
            ChannelId channelId,
            @Nullable String name,
            @Nullable Boolean enabled,
            @Nullable SkillGroupId skillGroupId,
            @Nullable List<String> allowedOrigins,
            @Nullable Boolean botEnabled,
            @Nullable String greeting) {

        Channels.ChannelChange toChange() {
            return new Channels.ChannelChange(
                    name, enabled, skillGroupId, allowedOrigins, botEnabled, greeting);
        }
    }

    record ChannelPayload(Channel channel) {
        List<UUID> ids() {
            return List.of(channel.id().value());
        }
    }

    @QueryMapping
    Connection<Channel> channels(DataFetchingEnvironment field) {
        return connections.of(
                field, channels.page(connections.request(field)), channel -> channel.id().value());
    }

    @BatchMapping
    Map<Channel, SkillGroup> skillGroup(List<Channel> channels) {
        return Batch.of(channels, Channel::skillGroup, groups::byIds);
    }

    @MutationMapping
    ChannelPayload createChannel(
            @Argument CreateChannelInput input, DataFetchingEnvironment field) {
        return once.of(
                field,
                () -> new ChannelPayload(channels.create(input.toNewChannel())),
                ChannelPayload::ids,
                this::again);
    }

    @MutationMapping
    ChannelPayload updateChannel(
            @Argument UpdateChannelInput input, DataFetchingEnvironment field) {
        return once.of(
                field,
                () -> new ChannelPayload(channels.update(input.channelId(), input.toChange())),
                ChannelPayload::ids,
                this::again);
    }

    private ChannelPayload again(List<UUID> ids) {
        var id = new ChannelId(ids.getFirst());
        return Optional.ofNullable(channels.byIds(List.of(id)).get(id))
                .map(ChannelPayload::new)
                .orElseThrow(() -> new Refusal.NotFound("channel"));
    }
}
