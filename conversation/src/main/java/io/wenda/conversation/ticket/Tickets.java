package io.wenda.conversation.ticket;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.Ticket;
import io.wenda.conversation.TicketId;
import io.wenda.conversation.TicketState;
import io.wenda.tenant.Caller;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tickets of a company. Supervisors and above see all, an agent those that she made, that are
 * assigned to her, or that came from her conversations.
 */
@Component
public class Tickets {

    /** A ticket to be. */
    public record NewTicket(
            String subject,
            @Nullable String description,
            @Nullable ConversationId conversation,
            @Nullable MemberId assignee) {}

    /** Opens a ticket with the company's next number. */
    public Ticket create(Caller caller, NewTicket input) {
        throw new UnsupportedOperationException();
    }

    /** Moves a ticket; a move that its state does not allow is NOT_ALLOWED_NOW. */
    public Ticket move(Caller caller, TicketId id, TicketState to, @Nullable String comment) {
        throw new UnsupportedOperationException();
    }

    /** Those of these that the caller may see. */
    public Map<TicketId, Ticket> byIds(Caller caller, Collection<TicketId> ids) {
        throw new UnsupportedOperationException();
    }

    /** What the caller may see, newest first. */
    public Page<Ticket> page(Caller caller, PageRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Of each of these conversations, what the caller may see, oldest first. */
    public Map<ConversationId, Page<Ticket>> ofConversations(
            Caller caller, Collection<ConversationId> conversations, PageRequest request) {
        throw new UnsupportedOperationException();
    }
}
