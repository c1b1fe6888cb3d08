package io.wenda.conversation.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.wenda.conversation.AvailabilityStatus;
import io.wenda.conversation.Conversation;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationOutcome;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.ConversationTests;
import io.wenda.conversation.Facts;
import io.wenda.conversation.Shop;
import io.wenda.conversation.routing.Routers;
import io.wenda.tenant.Caller;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = ConversationTests.class)
class RoutingTest {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @Autowired Shop.Opened shops;
    @Autowired Dialogue dialogue;
    @Autowired Forgotten forgotten;
    @Autowired LeftBehind leftBehind;
    @Autowired Routers routers;
    @Autowired Facts facts;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    @Test
    void whoAsksWhileNobodyIsThereWaitsWithAPosition() {
        var shop = shops.open();
        var channel = shop.channel(shop.general(), true);
        var one = shop.visitor(channel);
        var two = shop.visitor(channel);
        var first = dialogue.say(one, null, "refund").message().conversation();
        var second = dialogue.say(two, null, "refund").message().conversation();

        var queued = dialogue.askForPerson(one, first);
        dialogue.askForPerson(two, second);

        assertThat(queued.state()).isEqualTo(ConversationState.QUEUED);
        assertThat(positions(one, first, second)).isEqualTo(List.of(1));
        assertThat(positions(two, second)).isEqualTo(List.of(2));
        assertThat(positions(shop.owner(), first, second)).isEqualTo(List.of(1, 2));
        assertThat(positions(shops.open().owner(), first, second)).isEmpty();
    }

    @Test
    void askingAgainChangesNothing() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.website());
        var id = dialogue.say(visitor, null, "refund").message().conversation();

        var first = dialogue.askForPerson(visitor, id);
        assertThat(dialogue.askForPerson(visitor, id)).isEqualTo(first);
        dialogue.online(shop.owner());
        var active = awaitState(shop, id, ConversationState.ACTIVE);
        assertThat(dialogue.askForPerson(visitor, id)).isEqualTo(active);
    }

    @Test
    void whoComesOnlineGetsWhoWaitsWithinASecond() {
        var shop = shops.open();
        var id = dialogue.waiting(shop, shop.channel(shop.general(), false));
        await().until(() -> decisions(shop, id).equals(List.of("WAITING")));

        dialogue.online(shop.owner());

        await().atMost(A_SECOND).until(() -> shop.owner().id().equals(assignee(shop, id)));
        assertThat(facts.of(id)).endsWith("conversation.queued", "conversation.assigned");
        assertThat(facts.of(shop.tenant(), "agent.availability"))
                .singleElement()
                .satisfies(it -> assertThat(it).contains("\"status\": \"ONLINE\""));
        assertThat(decisions(shop, id)).containsExactly("ASSIGNED", "WAITING");
    }

    @Test
    void aFreedSlotGoesToTheNextWithinASecond() {
        var shop = shops.open();
        var group = shop.group();
        var channel = shop.channel(group, false);
        var agent = shop.agent(group, 1);
        dialogue.online(agent);
        var first = dialogue.waiting(shop, channel);
        awaitState(shop, first, ConversationState.ACTIVE);
        var second = dialogue.waiting(shop, channel);
        assertThat(dialogue.see(shop.owner(), second).state()).isEqualTo(ConversationState.QUEUED);

        close(shop, agent, first, ConversationOutcome.RESOLVED);

        await().atMost(A_SECOND).until(() -> agent.id().equals(assignee(shop, second)));
        assertThat(load(shop, agent.id())).isEqualTo(1);
    }

    @Test
    void theQueueIsServedInOrder() {
        var shop = shops.open();
        var group = shop.group();
        var channel = shop.channel(group, false);
        var agent = shop.agent(group, 1);
        var waiting = IntStream.range(0, 3).mapToObj(_ -> dialogue.waiting(shop, channel)).toList();
        dialogue.online(agent);

        for (var id : waiting) {
            awaitState(shop, id, ConversationState.ACTIVE);
            assertThat(load(shop, agent.id())).isEqualTo(1);
            close(shop, agent, id, ConversationOutcome.RESOLVED);
        }
    }

    @Test
    void eightRoutersNeverExceedCapacity() {
        var shop = shops.open();
        var group = shop.group();
        var channel = shop.channel(group, false);
        var agents = List.of(shop.agent(group, 2), shop.agent(group, 3), shop.agent(group, 1));
        var waiting = IntStream.range(0, 9).mapToObj(_ -> dialogue.waiting(shop, channel)).toList();
        shop.run(() ->
                transactions.executeWithoutResult(_ ->
                        agents.forEach(agent ->
                                jdbc.sql(
                                                """
                                                insert into agent_load
                                                  (tenant_id, member_id, status, since)
                                                values (current_setting('wenda.tenant_id')::uuid,
                                                  ?, 'ONLINE', now())
                                                """)
                                        .param(agent.id().value())
                                        .update())));

        routers.drainAtOnce(8, shop.tenant());

        var served =
                waiting.stream()
                        .map(id -> assignee(shop, id))
                        .filter(Objects::nonNull)
                        .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
        assertThat(served)
                .isEqualTo(
                        Map.of(
                                agents.get(0).id(),
                                2L,
                                agents.get(1).id(),
                                3L,
                                agents.get(2).id(),
                                1L));
        assertThat(agents)
                .allSatisfy(it ->
                        assertThat((long) load(shop, it.id())).isEqualTo(served.get(it.id())));
        assertThat(waiting.subList(0, 6))
                .allSatisfy(it ->
                        assertThat(dialogue.see(shop.owner(), it).state())
                                .isEqualTo(ConversationState.ACTIVE));
        waiting.forEach(facts::of);
    }

    @Test
    void loadIsAllHerConversationsWhateverTheGroup() {
        var shop = shops.open();
        var one = shop.group();
        var other = shop.group();
        var agent = shop.agent(one, 1);
        shop.run(() -> shop.with().groups().addMember(other, agent.id(), 1, 2));
        dialogue.online(agent);
        awaitState(
                shop, dialogue.waiting(shop, shop.channel(one, false)), ConversationState.ACTIVE);

        var inOther = dialogue.waiting(shop, shop.channel(other, false));
        awaitState(shop, inOther, ConversationState.ACTIVE);
        var more = dialogue.waiting(shop, shop.channel(other, false));
        routers.drainAtOnce(1, shop.tenant());

        assertThat(load(shop, agent.id())).isEqualTo(2);
        assertThat(dialogue.see(shop.owner(), more).state()).isEqualTo(ConversationState.QUEUED);
    }

    @Test
    void whoGoesOfflineKeepsHersAndGetsNoMore() {
        var shop = shops.open();
        var channel = shop.channel(shop.general(), false);
        dialogue.online(shop.owner());
        var first = dialogue.waiting(shop, channel);
        awaitState(shop, first, ConversationState.ACTIVE);

        dialogue.offline(shop.owner());
        var second = dialogue.waiting(shop, channel);
        routers.drainAtOnce(1, shop.tenant());

        assertThat(dialogue.see(shop.owner(), first).state()).isEqualTo(ConversationState.ACTIVE);
        assertThat(dialogue.see(shop.owner(), second).state()).isEqualTo(ConversationState.QUEUED);
    }

    @Test
    void aQueueForgottenByADeadProcessIsFound() {
        var shop = shops.open();
        var id = dialogue.waiting(shop, shop.channel(shop.general(), false));
        shop.run(() ->
                transactions.executeWithoutResult(_ ->
                        jdbc.sql(
                                        """
                                        insert into agent_load
                                          (tenant_id, member_id, status, since)
                                        values (current_setting('wenda.tenant_id')::uuid, ?,
                                          'ONLINE', now())
                                        """)
                                .param(shop.owner().id().value())
                                .update()));

        forgotten.makeUpRoutings();

        awaitState(shop, id, ConversationState.ACTIVE);
    }

    @Test
    void anAgentWhoIsGoneLosesHersToTheQueue() {
        var shop = shops.open();
        var group = shop.group();
        var channel = shop.channel(group, false);
        var gone = shop.agent(group, 2);
        dialogue.online(gone);
        var ids = new ArrayList<ConversationId>();
        ids.add(dialogue.waiting(shop, channel));
        ids.add(dialogue.waiting(shop, channel));
        ids.forEach(id -> awaitState(shop, id, ConversationState.ACTIVE));

        shop.run(() -> shop.with().members().remove(shop.owner(), gone.id()));

        ids.forEach(id -> awaitState(shop, id, ConversationState.QUEUED));
        assertThat(load(shop, gone.id())).isEqualTo(0);
        assertThat(shop.in(() -> dialogue.availabilities().of(List.of(gone.id()))).get(gone.id()))
                .satisfies(it -> assertThat(it.status()).isEqualTo(AvailabilityStatus.OFFLINE));
        var next = shop.agent(group, 2);
        dialogue.online(next);
        ids.forEach(id -> await().until(() -> next.id().equals(assignee(shop, id))));
    }

    @Test
    void anAgentWhoWentUnnoticedIsFoundByTheClock() {
        var shop = shops.open();
        var group = shop.group();
        var gone = shop.agent(group, 2);
        dialogue.online(gone);
        var id = dialogue.waiting(shop, shop.channel(group, false));
        awaitState(shop, id, ConversationState.ACTIVE);
        shop.run(() ->
                transactions.executeWithoutResult(_ ->
                        jdbc.sql("update member set state = 'REMOVED' where id = ?")
                                .param(gone.id().value())
                                .update()));

        leftBehind.makeUpLeavings();

        awaitState(shop, id, ConversationState.QUEUED);
        assertThat(load(shop, gone.id())).isEqualTo(0);
        assertThat(facts.of(id)).endsWith("conversation.assigned", "conversation.queued");
    }

    @Test
    void aClosedConversationTakesNoRequest() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.website());
        var id = dialogue.say(visitor, null, "refund").message().conversation();
        close(shop, shop.owner(), id, ConversationOutcome.SPAM);

        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> dialogue.askForPerson(visitor, id))
                .satisfies(it -> assertThat(it.code()).isEqualTo(Refusal.Code.NOT_ALLOWED_NOW));
        assertThatExceptionOfType(Refusal.Forbidden.class)
                .isThrownBy(() -> dialogue.askForPerson(shop.member(Role.ANALYST), id));
    }

    private Conversation awaitState(Shop shop, ConversationId id, ConversationState state) {
        await().until(() -> dialogue.see(shop.owner(), id).state() == state);
        return dialogue.see(shop.owner(), id);
    }

    private @Nullable MemberId assignee(Shop shop, ConversationId id) {
        return dialogue.see(shop.owner(), id).assignee();
    }

    private List<Integer> positions(Caller caller, ConversationId... ids) {
        return CurrentTenant.call(
                caller.tenant(),
                () -> {
                    var found = dialogue.queries().queuePositions(caller, List.of(ids));
                    return List.of(ids).stream().map(found::get).filter(Objects::nonNull).toList();
                });
    }

    private void close(Shop shop, Caller caller, ConversationId id, ConversationOutcome outcome) {
        shop.run(() ->
                dialogue.conversations()
                        .close(caller, id, new Conversations.Closing(outcome, null, null)));
    }

    private int load(Shop shop, MemberId member) {
        return shop.in(() ->
                transactions.execute(_ ->
                        jdbc.sql("select load from agent_load where member_id = ?")
                                .param(member.value())
                                .query(Integer.class)
                                .single()));
    }

    private List<String> decisions(Shop shop, ConversationId id) {
        return shop.in(() ->
                transactions.execute(_ ->
                        jdbc.sql(
                                        """
                                        select outcome from routing_decision
                                        where conversation_id = ? order by outcome
                                        """)
                                .param(id.value())
                                .query((row, _) -> row.getString(1))
                                .list()));
    }
}
