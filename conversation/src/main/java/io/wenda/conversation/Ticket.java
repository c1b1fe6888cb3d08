package io.wenda.conversation;

import io.wenda.tenant.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A matter that outlives a conversation.
 *
 * @param number gap-free in its company, from 1
 */
public record Ticket(
        TicketId id,
        int number,
        String subject,
        @Nullable String description,
        TicketState state,
        @Nullable MemberId assignee,
        @Nullable ConversationId conversation,
        Instant createdAt) {}
