package io.wenda.conversation;

import io.wenda.tenant.MemberId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.event.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A fact about one ticket. Ids only. */
public sealed interface TicketEvent extends Event {

    /** Whose fact. */
    TicketId ticket();

    /** It was opened. */
    record Created(
            TenantId tenant,
            TicketId ticket,
            Instant at,
            int number,
            @Nullable ConversationId conversation,
            @Nullable MemberId assignee)
            implements TicketEvent {
        @Override
        public String type() {
            return "ticket.created";
        }
    }

    /** Somebody else has it now, or nobody. */
    record Assigned(TenantId tenant, TicketId ticket, Instant at, @Nullable MemberId assignee)
            implements TicketEvent {
        @Override
        public String type() {
            return "ticket.assigned";
        }
    }

    /** It went from one state to another. */
    record Moved(TenantId tenant, TicketId ticket, Instant at, TicketState from, TicketState to)
            implements TicketEvent {
        @Override
        public String type() {
            return "ticket.moved";
        }
    }
}
