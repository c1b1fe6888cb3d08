package io.wenda.api.conversation;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Once;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.Ticket;
import io.wenda.conversation.TicketId;
import io.wenda.conversation.TicketState;
import io.wenda.conversation.ticket.TicketQueries;
import io.wenda.conversation.ticket.Tickets;
import io.wenda.tenant.Caller;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.Refusal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** What is done to tickets. */
@Controller
class TicketWorkController {
    private final Tickets tickets;
    private final TicketQueries queries;
    private final Once once;

    TicketWorkController(Tickets tickets, TicketQueries queries, Once once) {
        this.tickets = tickets;
        this.queries = queries;
        this.once = once;
    }

    record CreateTicketInput(
            String subject,
            @Nullable String description,
            @Nullable ConversationId conversationId,
            @Nullable MemberId assigneeId) {

        Tickets.NewTicket toNewTicket() {
            return new Tickets.NewTicket(subject, description, conversationId, assigneeId);
        }
    }

    record MoveTicketInput(TicketId ticketId, TicketState to, @Nullable String comment) {}

    record AssignTicketInput(TicketId ticketId, @Nullable MemberId assigneeId) {}

    record TicketPayload(Ticket ticket) {}

    @MutationMapping
    TicketPayload createTicket(
            @Argument CreateTicketInput input, Caller caller, DataFetchingEnvironment field) {
        return done(field, caller, () -> tickets.create(caller, input.toNewTicket()));
    }

    @MutationMapping
    TicketPayload moveTicket(
            @Argument MoveTicketInput input, Caller caller, DataFetchingEnvironment field) {
        return done(
                field,
                caller,
                () -> tickets.move(caller, input.ticketId(), input.to(), input.comment()));
    }

    @MutationMapping
    TicketPayload assignTicket(
            @Argument AssignTicketInput input, Caller caller, DataFetchingEnvironment field) {
        return done(
                field, caller, () -> tickets.assign(caller, input.ticketId(), input.assigneeId()));
    }

    private TicketPayload done(DataFetchingEnvironment field, Caller caller, Supplier<Ticket> act) {
        return once.of(
                field,
                () -> new TicketPayload(act.get()),
                payload -> List.of(payload.ticket().id().value()),
                ids ->
                        queries.byId(caller, new TicketId(ids.getFirst()))
                                .map(TicketPayload::new)
                                .orElseThrow(() -> new Refusal.NotFound("ticket")));
    }
}
