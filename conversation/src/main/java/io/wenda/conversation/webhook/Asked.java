package io.wenda.conversation.webhook;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.MessageId;
import io.wenda.tenant.ChannelId;
import org.jspecify.annotations.Nullable;

/**
 * A question to a company's own bot.
 *
 * @param previous what the contact wrote before it
 */
public record Asked(
        ConversationId conversation,
        MessageId message,
        ChannelId channel,
        String locale,
        String text,
        @Nullable String previous) {}
