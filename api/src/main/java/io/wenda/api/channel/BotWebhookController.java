package io.wenda.api.channel;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Batch;
import io.wenda.api.graphql.Once;
import io.wenda.conversation.Channel;
import io.wenda.conversation.channel.Channels;
import io.wenda.conversation.webhook.BotWebhook;
import io.wenda.conversation.webhook.Webhooks;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Bots that companies bring. */
@Controller
class BotWebhookController {
    private final Webhooks webhooks;
    private final Channels channels;
    private final Once once;

    BotWebhookController(Webhooks webhooks, Channels channels, Once once) {
        this.webhooks = webhooks;
        this.channels = channels;
        this.once = once;
    }

    record ChooseBotWebhookInput(ChannelId channelId, String url, boolean masked) {}

    record RotateBotWebhookSecretInput(ChannelId channelId, int overlapHours) {}

    record RemoveBotWebhookInput(ChannelId channelId) {}

    /** A repeat shows no secret. */
    record BotWebhookPayload(@Nullable BotWebhook webhook, @Nullable String secret) {}

    record RemoveBotWebhookPayload(Channel channel) {}

    @BatchMapping
    Map<Channel, BotWebhook> botWebhook(List<Channel> of) {
        return Batch.of(of, Channel::id, webhooks::byChannels);
    }

    @MutationMapping
    BotWebhookPayload chooseBotWebhook(
            @Argument ChooseBotWebhookInput input, Caller caller, DataFetchingEnvironment field) {
        return chosen(
                field,
                input.channelId(),
                () -> webhooks.choose(caller, input.channelId(), input.url(), input.masked()));
    }

    @MutationMapping
    BotWebhookPayload rotateBotWebhookSecret(
            @Argument RotateBotWebhookSecretInput input,
            Caller caller,
            DataFetchingEnvironment field) {
        return chosen(
                field,
                input.channelId(),
                () -> webhooks.rotate(caller, input.channelId(), input.overlapHours()));
    }

    @MutationMapping
    RemoveBotWebhookPayload removeBotWebhook(
            @Argument RemoveBotWebhookInput input, Caller caller, DataFetchingEnvironment field) {
        return once.of(
                field,
                () -> {
                    webhooks.remove(caller, input.channelId());
                    return removed(input.channelId());
                },
                payload -> List.of(payload.channel().id().value()),
                ids -> removed(new ChannelId(ids.getFirst())));
    }

    private BotWebhookPayload chosen(
            DataFetchingEnvironment field, ChannelId channel, Supplier<Webhooks.Chosen> act) {
        return once.of(
                field,
                () -> {
                    var chosen = act.get();
                    return new BotWebhookPayload(chosen.webhook(), chosen.secret());
                },
                _ -> List.<UUID>of(channel.value()),
                _ ->
                        new BotWebhookPayload(
                                webhooks.byChannels(Set.of(channel)).get(channel), null));
    }

    private RemoveBotWebhookPayload removed(ChannelId id) {
        return Optional.ofNullable(channels.byIds(Set.of(id)).get(id))
                .map(RemoveBotWebhookPayload::new)
                .orElseThrow(() -> new Refusal.NotFound("channel", "channelId"));
    }
}
