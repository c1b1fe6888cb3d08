package io.wenda.conversation.ticket;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.Ticket;
import io.wenda.conversation.TicketId;
import io.wenda.conversation.TicketState;
import io.wenda.conversation.ledger.Columns;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import java.util.List;
import java.util.UUID;

/** Turns rows of {@code ticket} into what others read. */
final class TicketRows {
    private TicketRows() {}

    /** A ticket of a conversation, and how many of it the caller may see. */
    record Counted(ConversationId conversation, Ticket ticket, long total) {}

    static Ticket ticket(Columns row) {
        return new Ticket(
                new TicketId(row.uuid("id")),
                row.number("number"),
                row.text("subject"),
                row.maybeText("description").orElse(null),
                TicketState.valueOf(row.text("state")),
                row.maybe("assignee_id", UUID.class).map(MemberId::new).orElse(null),
                row.maybe("conversation_id", UUID.class).map(ConversationId::new).orElse(null),
                row.time("created_at"));
    }

    static Counted counted(Columns row) {
        return new Counted(
                new ConversationId(row.uuid("conversation_id")),
                ticket(row),
                row.maybe("total", Long.class).orElseThrow());
    }

    static Page<Ticket> page(List<Counted> rows, PageRequest request) {
        var total = rows.isEmpty() ? 0L : rows.getFirst().total();
        return Page.of(rows, request.limit(), request.counted() ? (Long) total : null)
                .map(Counted::ticket);
    }
}
