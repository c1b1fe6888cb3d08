package io.wenda.conversation.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationTests;
import io.wenda.conversation.Facts;
import io.wenda.conversation.Shop;
import io.wenda.conversation.Ticket;
import io.wenda.conversation.TicketId;
import io.wenda.conversation.TicketState;
import io.wenda.conversation.serving.Conversations;
import io.wenda.conversation.ticket.Tickets.NewTicket;
import io.wenda.tenant.Caller;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = ConversationTests.class)
class TicketsTest {
    private static final PageRequest ALL = new PageRequest(null, 50, true);

    @Autowired Shop.Opened shops;
    @Autowired Tickets tickets;
    @Autowired TicketQueries queries;
    @Autowired Conversations conversations;
    @Autowired Facts facts;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    @Test
    void aTicketIsOpenedFromAConversation() {
        var shop = shops.open();
        var conversation = conversation(shop);

        var ticket = create(shop.owner(), conversation);

        assertThat(ticket.number()).isEqualTo(1);
        assertThat(ticket.state()).isEqualTo(TicketState.OPEN);
        assertThat(shop.in(() -> queries.byId(shop.owner(), ticket.id()))).contains(ticket);
        assertThat(
                        shop.in(() ->
                                        queries.ofConversations(
                                                shop.owner(), List.of(conversation), ALL))
                                .get(conversation))
                .satisfies(it -> {
                    assertThat(it.items()).containsExactly(ticket);
                    assertThat(it.total()).isEqualTo(1);
                });
        assertThat(facts.of(shop.tenant(), "ticket.created")).hasSize(1);
    }

    @Test
    void aTicketChangesHands() {
        var shop = shops.open();
        var agent = shop.member(Role.AGENT);
        var ticket = create(shop.owner(), (ConversationId) null);
        assertThat(shop.in(() -> queries.byId(agent, ticket.id()))).isEmpty();

        var hers = assign(shop.owner(), ticket, agent.id());

        assertThat(hers.assignee()).isEqualTo(agent.id());
        assertThat(shop.in(() -> queries.byId(agent, ticket.id()))).contains(hers);
        assertThat(assign(agent, ticket, agent.id())).isEqualTo(hers);
        assertThat(facts.of(shop.tenant(), "ticket.assigned"))
                .singleElement()
                .asString()
                .contains(agent.id().value().toString());
        assertThat(assign(agent, ticket, null).assignee()).isNull();
        shop.run(() -> tickets.move(shop.owner(), ticket.id(), TicketState.CLOSED, null));
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> assign(shop.owner(), ticket, agent.id()));
        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() -> assign(shop.owner(), ticket, new MemberId(NewId.next())));
        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() -> assign(shops.open().owner(), ticket, null));
    }

    @Test
    void aListIsNarrowed() {
        var shop = shops.open();
        var conversation = conversation(shop);
        var open = create(shop.owner(), conversation);
        var hers = create(shop.owner(), new NewTicket("Hers", null, null, shop.owner().id()));
        shop.run(() -> tickets.move(shop.owner(), hers.id(), TicketState.IN_PROGRESS, null));

        assertThat(listed(shop, new TicketFilter(Set.of(TicketState.OPEN), null, null)))
                .containsExactly(open.id());
        assertThat(listed(shop, new TicketFilter(Set.of(), shop.owner().id(), null)))
                .containsExactly(hers.id());
        assertThat(listed(shop, new TicketFilter(Set.of(), null, conversation)))
                .containsExactly(open.id());
        assertThat(listed(shop, TicketFilter.NONE)).containsExactly(hers.id(), open.id());
    }

    private List<TicketId> listed(Shop shop, TicketFilter filter) {
        var page = shop.in(() -> queries.page(shop.owner(), filter, ALL));
        assertThat(page.total()).isEqualTo(page.items().size());
        return page.items().stream().map(Ticket::id).toList();
    }

    private Ticket assign(Caller caller, Ticket ticket, @Nullable MemberId to) {
        return CurrentTenant.call(caller.tenant(), () -> tickets.assign(caller, ticket.id(), to));
    }

    @Test
    void numbersHaveNoGapInACompany() throws Exception {
        var shop = shops.open();
        create(shops.open().owner(), (ConversationId) null);
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> create(shop.owner(), new NewTicket(" ", null, null, null)));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> open = () -> create(shop.owner(), (ConversationId) null).number();
            var numbers =
                    threads.invokeAll(IntStream.range(0, 12).mapToObj(_ -> open).toList()).stream()
                            .map(Future::resultNow)
                            .sorted()
                            .toList();
            assertThat(numbers)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 12).boxed().toList());
        }
    }

    @Test
    void itMovesAsTheContractSays() {
        assertThat(TicketState.OPEN.next())
                .isEqualTo(EnumSet.complementOf(EnumSet.of(TicketState.OPEN)));
        assertThat(TicketState.IN_PROGRESS.next())
                .containsExactly(TicketState.WAITING, TicketState.RESOLVED);
        assertThat(TicketState.WAITING.next())
                .containsExactly(TicketState.IN_PROGRESS, TicketState.RESOLVED);
        assertThat(TicketState.RESOLVED.next())
                .containsExactly(TicketState.IN_PROGRESS, TicketState.CLOSED);
        assertThat(TicketState.CLOSED.next()).isEmpty();
    }

    @Test
    void everyMoveIsKeptAndAForbiddenOneChangesNothing() {
        var shop = shops.open();
        var ticket = create(shop.owner(), (ConversationId) null);

        move(shop.owner(), ticket, TicketState.IN_PROGRESS);
        move(shop.owner(), ticket, TicketState.RESOLVED);
        var closed = move(shop.owner(), ticket, TicketState.CLOSED);
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> move(shop.owner(), ticket, TicketState.WAITING))
                .satisfies(it -> assertThat(it.code()).isEqualTo(Refusal.Code.NOT_ALLOWED_NOW));

        assertThat(closed.state()).isEqualTo(TicketState.CLOSED);
        assertThat(shop.in(() -> queries.byId(shop.owner(), ticket.id()))).contains(closed);
        assertThat(facts.of(shop.tenant(), "ticket.moved")).hasSize(3);
        assertThat(history(shop, ticket))
                .containsExactly(
                        "null OPEN", "OPEN IN_PROGRESS", "IN_PROGRESS RESOLVED", "RESOLVED CLOSED");
    }

    @Test
    void everybodySeesWhatIsHersToSee() {
        var shop = shops.open();
        var agent = shop.member(Role.AGENT);
        var hers = create(agent, (ConversationId) null);
        var assigned = create(shop.owner(), new NewTicket("Call back", null, null, agent.id()));
        var other = create(shop.owner(), (ConversationId) null);

        assertThat(sees(shop.owner())).containsExactly(other, assigned, hers);
        assertThat(sees(shop.member(Role.SUPERVISOR))).hasSize(3);
        assertThat(sees(agent)).containsExactly(assigned, hers);
        assertThat(sees(shop.member(Role.AGENT))).isEmpty();
        assertThat(sees(shop.member(Role.ANALYST))).isEmpty();
        assertThat(sees(shop.visitor(shop.website()))).isEmpty();
        assertThat(sees(shops.open().owner())).isEmpty();
        for (var stranger : List.of(shop.member(Role.AGENT), shops.open().owner())) {
            assertThatExceptionOfType(Refusal.NotFound.class)
                    .isThrownBy(() -> move(stranger, hers, TicketState.CLOSED));
        }
        assertThat(sees(agent)).containsExactly(assigned, hers);
    }

    @Test
    void unknownPeopleAndConversationsAreNotFound() {
        var shop = shops.open();
        var other = shops.open();
        var theirs = conversation(other);

        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() -> create(shop.owner(), theirs));
        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() ->
                        create(shop.owner(), new NewTicket("x", null, null, other.owner().id())));
        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() -> create(shop.member(Role.AGENT), conversation(shop)));
        assertThatExceptionOfType(Refusal.Forbidden.class)
                .isThrownBy(() -> create(shop.member(Role.EDITOR), (ConversationId) null));
        assertThat(sees(shop.owner())).isEmpty();
    }

    private ConversationId conversation(Shop shop) {
        var visitor = shop.visitor(shop.channel(shop.group(), false));
        return shop.in(() ->
                conversations
                        .receive(visitor, new Conversations.Incoming(null, "one", "hello", false))
                        .message()
                        .conversation());
    }

    private Ticket create(Caller caller, @Nullable ConversationId conversation) {
        return create(caller, new NewTicket("Check refund", "asap", conversation, null));
    }

    private Ticket create(Caller caller, NewTicket input) {
        return CurrentTenant.call(caller.tenant(), () -> tickets.create(caller, input));
    }

    private Ticket move(Caller caller, Ticket ticket, TicketState to) {
        return CurrentTenant.call(
                caller.tenant(), () -> tickets.move(caller, ticket.id(), to, "because"));
    }

    private List<Ticket> sees(Caller caller) {
        return CurrentTenant.call(
                caller.tenant(), () -> queries.page(caller, TicketFilter.NONE, ALL).items());
    }

    private List<String> history(Shop shop, Ticket ticket) {
        return shop.in(() ->
                transactions.execute(_ ->
                        jdbc.sql(
                                        """
                                        select coalesce(from_state, 'null') || ' ' || to_state
                                        from ticket_move where ticket_id = ? order by id
                                        """)
                                .param(ticket.id().value())
                                .query((row, _) -> row.getString(1))
                                .list()));
    }
}
