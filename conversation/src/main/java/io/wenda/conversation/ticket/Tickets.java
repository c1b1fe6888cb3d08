package io.wenda.conversation.ticket;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.Ticket;
import io.wenda.conversation.TicketEvent;
import io.wenda.conversation.TicketId;
import io.wenda.conversation.TicketState;
import io.wenda.conversation.ledger.Columns;
import io.wenda.conversation.ledger.Sight;
import io.wenda.conversation.ledger.Times;
import io.wenda.tenant.Caller;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import io.wenda.tenant.Text;
import io.wenda.tenant.company.Members;
import io.wenda.tenant.event.Events;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens, moves and assigns tickets, and keeps the history of all of it. */
@Component
public class Tickets {
    public static final int LONGEST_SUBJECT = 200;
    public static final int LONGEST_TEXT = 8000;

    private static final String BOT = "bot";

    /** The row lock on the counter lasts until the commit, so that no number is lost or doubled. */
    private static final String NEXT_NUMBER =
            """
            insert into ticket_counter as n (tenant_id, last)
            values (current_setting('wenda.tenant_id')::uuid, 1)
            on conflict (tenant_id) do update set last = n.last + 1
            returning last
            """;

    /** A ticket to be. */
    public record NewTicket(
            String subject,
            @Nullable String description,
            @Nullable ConversationId conversation,
            @Nullable MemberId assignee) {}

    private record Move(
            TicketId ticket,
            @Nullable TicketState from,
            TicketState to,
            @Nullable MemberId assignee,
            @Nullable String comment) {}

    private final JdbcClient jdbc;
    private final Members members;
    private final Events events;
    private final Clock clock;

    Tickets(JdbcClient jdbc, Members members, Events events, Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.events = events;
        this.clock = clock;
    }

    /** Opens a ticket with the company's next number. */
    @Transactional
    public Ticket create(Caller caller, NewTicket input) {
        if (!caller.has(Role.AGENT)) {
            throw new Refusal.Forbidden("only agents and supervisors open tickets");
        }
        requireSeen(caller, input.conversation());
        requireMember(input.assignee());
        return open(caller.key(), input);
    }

    /** Opens what the bot was asked for in a conversation. */
    @Transactional
    public Ticket openForBot(
            ConversationId conversation, String subject, @Nullable String description) {
        return open(BOT, new NewTicket(subject, description, conversation, null));
    }

    private Ticket open(String author, NewTicket input) {
        var ticket =
                new Ticket(
                        new TicketId(NewId.next()),
                        jdbc.sql(NEXT_NUMBER).query(Integer.class).single(),
                        Text.line(input.subject(), LONGEST_SUBJECT, "subject"),
                        text(input.description(), "description"),
                        TicketState.OPEN,
                        input.assignee(),
                        input.conversation(),
                        Times.now(clock));
        insert(author, ticket);
        record(author, new Move(ticket.id(), null, TicketState.OPEN, ticket.assignee(), null));
        events.append(
                new TicketEvent.Created(
                        CurrentTenant.get(),
                        ticket.id(),
                        ticket.createdAt(),
                        ticket.number(),
                        ticket.conversation(),
                        ticket.assignee()));
        return ticket;
    }

    private void requireSeen(Caller caller, @Nullable ConversationId conversation) {
        if (conversation == null) {
            return;
        }
        var sight = Sight.of(caller);
        var seen =
                jdbc.sql(
                                "select exists (select from conversation c where c.id = :id and "
                                        + sight.condition()
                                        + ")")
                        .param("id", conversation.value())
                        .params(sight.parameters())
                        .query(Boolean.class)
                        .single();
        if (!seen) {
            throw new Refusal.NotFound("conversation", "conversationId");
        }
    }

    private void requireMember(@Nullable MemberId member) {
        if (member != null && !members.byIds(List.of(member)).containsKey(member)) {
            throw new Refusal.NotFound("member", "assigneeId");
        }
    }

    private static @Nullable String text(@Nullable String value, String field) {
        return value == null || value.isBlank() ? null : Text.text(value, LONGEST_TEXT, field);
    }

    private void insert(String author, Ticket ticket) {
        var assignee = ticket.assignee();
        var conversation = ticket.conversation();
        jdbc.sql(
                        """
                        insert into ticket
                          (tenant_id, id, number, subject, description, state, author_key,
                           assignee_id, conversation_id, created_at)
                        values (current_setting('wenda.tenant_id')::uuid, :id, :number, :subject,
                          :description, :state, :author, :assignee, :conversation, :at)
                        """)
                .param("id", ticket.id().value())
                .param("number", ticket.number())
                .param("subject", ticket.subject())
                .param("description", ticket.description())
                .param("state", ticket.state().name())
                .param("author", author)
                .param("assignee", assignee == null ? null : assignee.value())
                .param("conversation", conversation == null ? null : conversation.value())
                .param("at", Times.parameter(ticket.createdAt()))
                .update();
    }

    /** Moves a ticket; a move that its state does not allow is NOT_ALLOWED_NOW. */
    @Transactional
    public Ticket move(Caller caller, TicketId id, TicketState to, @Nullable String comment) {
        var ticket = take(caller, id);
        var from = ticket.state();
        if (!from.leadsTo(to)) {
            throw Refusal.Conflict.notAllowedNow(
                    "a ticket goes from %s to %s only".formatted(from, from.next()), "to");
        }
        record(caller.key(), new Move(id, from, to, ticket.assignee(), text(comment, "comment")));
        events.append(new TicketEvent.Moved(CurrentTenant.get(), id, Times.now(clock), from, to));
        return jdbc.sql("update ticket set state = :to where id = :id returning *")
                .param("to", to.name())
                .param("id", id.value())
                .query((row, _) -> TicketRows.ticket(new Columns(row)))
                .single();
    }

    /** Gives a ticket into other hands, or into nobody's. */
    @Transactional
    public Ticket assign(Caller caller, TicketId id, @Nullable MemberId assignee) {
        var ticket = take(caller, id);
        requireMember(assignee);
        if (ticket.state() == TicketState.CLOSED) {
            throw Refusal.Conflict.notAllowedNow("the ticket is closed", "ticketId");
        }
        if (Objects.equals(ticket.assignee(), assignee)) {
            return ticket;
        }
        record(caller.key(), new Move(id, ticket.state(), ticket.state(), assignee, null));
        events.append(
                new TicketEvent.Assigned(CurrentTenant.get(), id, Times.now(clock), assignee));
        return jdbc.sql("update ticket set assignee_id = :assignee where id = :id returning *")
                .param("assignee", assignee == null ? null : assignee.value())
                .param("id", id.value())
                .query((row, _) -> TicketRows.ticket(new Columns(row)))
                .single();
    }

    /** The ticket as it is, kept from everybody else until the transaction ends. */
    private Ticket take(Caller caller, TicketId id) {
        var sight = TicketSight.of(caller);
        return jdbc.sql(
                        """
                        select * from ticket t where t.id = :id and %s
                        for no key update of t
                        """
                                .formatted(sight.condition()))
                .param("id", id.value())
                .params(sight.parameters())
                .query((row, _) -> TicketRows.ticket(new Columns(row)))
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("ticket", "ticketId"));
    }

    private void record(String author, Move move) {
        jdbc.sql(
                        """
                        insert into ticket_move
                          (tenant_id, ticket_id, id, from_state, to_state, assignee_id, comment,
                           author_key, at)
                        values (current_setting('wenda.tenant_id')::uuid, :ticket, :id, :from, :to,
                          :assignee, :comment, :author, :at)
                        """)
                .param("ticket", move.ticket().value())
                .param("id", NewId.next())
                .param("from", move.from() == null ? null : move.from().name())
                .param("to", move.to().name())
                .param("assignee", move.assignee() == null ? null : move.assignee().value())
                .param("comment", move.comment())
                .param("author", author)
                .param("at", Times.parameter(Times.now(clock)))
                .update();
    }
}
