package io.wenda.api.conversation;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Batch;
import io.wenda.api.graphql.CallerContext;
import io.wenda.api.page.Connection;
import io.wenda.api.page.Connections;
import io.wenda.api.page.PagedEdge;
import io.wenda.api.page.PagedEdges;
import io.wenda.conversation.Conversation;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.Ticket;
import io.wenda.conversation.TicketId;
import io.wenda.conversation.TicketState;
import io.wenda.conversation.serving.ConversationQueries;
import io.wenda.conversation.ticket.TicketFilter;
import io.wenda.conversation.ticket.TicketQueries;
import io.wenda.tenant.Caller;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.company.Member;
import io.wenda.tenant.company.Members;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Tickets, as the caller may see them. */
@Controller
class TicketController {
    private final TicketQueries tickets;
    private final ConversationQueries conversations;
    private final Members members;
    private final Connections connections;
    private final PagedEdge<ConversationId, Ticket> ofConversation;

    TicketController(
            TicketQueries tickets,
            ConversationQueries conversations,
            Members members,
            Connections connections,
            PagedEdges edges) {
        this.tickets = tickets;
        this.conversations = conversations;
        this.members = members;
        this.connections = connections;
        this.ofConversation =
                edges.edge(
                        "Conversation.tickets",
                        tickets::ofConversations,
                        ticket -> ticket.id().value());
    }

    @QueryMapping
    Optional<Ticket> ticket(@Argument TicketId id, Caller caller) {
        return tickets.byId(caller, id);
    }

    record TicketFilterInput(
            @Nullable Set<TicketState> states,
            @Nullable MemberId assigneeId,
            @Nullable ConversationId conversationId) {

        TicketFilter toFilter() {
            return new TicketFilter(
                    Objects.requireNonNullElse(states, Set.of()), assigneeId, conversationId);
        }
    }

    @QueryMapping
    Connection<Ticket> tickets(
            @Argument @Nullable TicketFilterInput filter,
            Caller caller,
            DataFetchingEnvironment field) {
        var wanted = filter == null ? TicketFilter.NONE : filter.toFilter();
        return connections.of(
                field,
                tickets.page(caller, wanted, connections.request(field)),
                ticket -> ticket.id().value());
    }

    @SchemaMapping
    CompletableFuture<Connection<Ticket>> tickets(
            Conversation conversation, DataFetchingEnvironment field) {
        return ofConversation.of(field, conversation.id());
    }

    @BatchMapping
    Map<Ticket, Member> assignee(List<Ticket> tickets) {
        return Batch.of(tickets, Ticket::assignee, members::byIds);
    }

    @BatchMapping
    Map<Ticket, Conversation> conversation(List<Ticket> tickets, GraphQLContext context) {
        return Batch.of(
                tickets,
                Ticket::conversation,
                ids -> conversations.byIds(CallerContext.of(context), ids));
    }
}
