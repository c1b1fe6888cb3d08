package io.wenda.conversation.serving;

import io.wenda.conversation.ConversationId;
import io.wenda.tenant.TenantId;

/** A contact wrote to the bot: told within the transaction, acted on after it. */
record BotAsked(TenantId tenant, ConversationId conversation) {}
