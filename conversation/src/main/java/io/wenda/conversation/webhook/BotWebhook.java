package io.wenda.conversation.webhook;

import io.wenda.tenant.ChannelId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a channel's questions go before the knowledge bot is asked.
 *
 * @param masked whether personal data is taken out of what is sent
 * @param formerSecretUntil until when requests are signed with the secret before this one too
 */
public record BotWebhook(
        ChannelId channel, String url, boolean masked, @Nullable Instant formerSecretUntil) {}
