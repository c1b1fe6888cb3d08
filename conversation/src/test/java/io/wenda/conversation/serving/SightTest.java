package io.wenda.conversation.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.conversation.Conversation;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationOutcome;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.ConversationTests;
import io.wenda.conversation.Shop;
import io.wenda.conversation.Statements;
import io.wenda.conversation.serving.ConversationQueries.Filter;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.Role;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = ConversationTests.class)
class SightTest {
    private static final PageRequest ALL = new PageRequest(null, 50, true);

    @Autowired Shop.Opened shops;
    @Autowired Dialogue dialogue;
    @Autowired Handovers handovers;
    @Autowired Inbox inbox;

    @Test
    void everybodySeesWhatIsHersToSee() {
        var shop = shops.open();
        var group = shop.group();
        var channel = shop.channel(group, false);
        var agent = shop.agent(group, 1);
        dialogue.online(agent);
        var visitor = shop.visitor(channel);
        var active = dialogue.say(visitor, null, "hello").message().conversation();
        await().until(() -> dialogue.see(shop.owner(), active).state() == ConversationState.ACTIVE);
        var queued = dialogue.waiting(shop, channel);
        var elsewhere = dialogue.waiting(shop, shop.channel(shop.group(), false));

        for (var all :
                List.of(
                        shop.owner(),
                        shop.member(Role.ADMIN),
                        shop.member(Role.SUPERVISOR),
                        shop.member(Role.ANALYST),
                        shop.program(Role.SUPERVISOR))) {
            assertThat(sees(all)).containsExactly(elsewhere, queued, active);
        }
        assertThat(sees(agent)).containsExactly(queued, active);
        assertThat(sees(shop.agent(group, 1))).containsExactly(queued);
        assertThat(sees(shop.member(Role.AGENT))).isEmpty();
        assertThat(sees(shop.member(Role.EDITOR))).isEmpty();
        assertThat(sees(shop.program(Role.AGENT))).isEmpty();
        assertThat(sees(visitor)).containsExactly(active);
        assertThat(sees(shop.visitor(channel))).isEmpty();
        assertThat(
                        sees(
                                new Caller.Visitor(
                                        shop.tenant(),
                                        visitor.id(),
                                        shop.channel(group, false),
                                        visitor.contact(),
                                        false)))
                .isEmpty();
        assertThat(sees(shops.open().owner())).isEmpty();
    }

    @Test
    void everyWayToReadAsksTheSameQuestion() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.channel(shop.general(), false));
        var message = dialogue.say(visitor, null, "hello").message();
        var id = message.conversation();
        var other = shops.open().owner();

        for (var caller :
                List.of(other, shop.member(Role.EDITOR), shop.visitor(visitor.channel()))) {
            CurrentTenant.run(
                    caller.tenant(),
                    () -> {
                        assertThat(dialogue.queries().byId(caller, id)).isEmpty();
                        assertThat(dialogue.queries().byIds(caller, List.of(id))).isEmpty();
                        assertThat(dialogue.queries().page(caller, Filter.NONE, ALL).total())
                                .isEqualTo(0);
                        assertThat(dialogue.queries().queuePositions(caller, List.of(id)))
                                .isEmpty();
                        assertThat(
                                        dialogue.queries()
                                                .ofContacts(caller, List.of(visitor.contact()), ALL)
                                                .values())
                                .allSatisfy(page -> assertThat(page.items()).isEmpty());
                        assertThat(handovers.of(caller, List.of(id))).isEmpty();
                        assertThat(
                                        dialogue.transcripts()
                                                .of(
                                                        caller,
                                                        List.of(id),
                                                        Transcripts.Stretch.after(0, 10)))
                                .isEmpty();
                        assertThat(dialogue.transcripts().byIds(caller, List.of(message.id())))
                                .isEmpty();
                    });
        }
        assertThat(
                        shop.in(() ->
                                        dialogue.queries()
                                                .ofContacts(
                                                        shop.owner(),
                                                        List.of(visitor.contact()),
                                                        ALL))
                                .get(visitor.contact()))
                .satisfies(page -> {
                    assertThat(page.items()).extracting(Conversation::id).containsExactly(id);
                    assertThat(page.total()).isEqualTo(1);
                });
    }

    @Test
    void pagesAreNewestFirstAndFiltered() {
        var shop = shops.open();
        var group = shop.group();
        var channel = shop.channel(group, false);
        var ids = IntStream.range(0, 3).mapToObj(_ -> dialogue.waiting(shop, channel)).toList();
        shop.run(() ->
                dialogue.conversations()
                        .close(
                                shop.owner(),
                                ids.get(1),
                                new Conversations.Closing(ConversationOutcome.SPAM, null, null)));

        var first =
                shop.in(() ->
                        dialogue.queries()
                                .page(shop.owner(), Filter.NONE, new PageRequest(null, 2, true)));
        assertThat(first.items())
                .extracting(Conversation::id)
                .containsExactly(ids.get(2), ids.get(1));
        assertThat(first.more()).isTrue();
        assertThat(first.total()).isEqualTo(3);
        var rest =
                shop.in(() ->
                        dialogue.queries()
                                .page(
                                        shop.owner(),
                                        Filter.NONE,
                                        new PageRequest(ids.get(1).value(), 2, false)));
        assertThat(rest.items()).extracting(Conversation::id).containsExactly(ids.getFirst());
        assertThat(rest.more()).isFalse();
        assertThat(filtered(shop, new Filter(Set.of(ConversationState.CLOSED), null, null, null)))
                .containsExactly(ids.get(1));
        assertThat(filtered(shop, new Filter(Set.of(), null, channel, group))).hasSize(3);
        assertThat(filtered(shop, new Filter(Set.of(), null, shop.website(), null))).isEmpty();
        assertThat(filtered(shop, new Filter(Set.of(), shop.owner().id(), null, null))).isEmpty();
        assertThat(filtered(shop, new Filter(Set.of(), null, null, shop.general()))).isEmpty();
    }

    @Test
    void stretchesOfATranscript() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.channel(shop.general(), false));
        var id = dialogue.say(visitor, null, "1").message().conversation();
        dialogue.say(visitor, null, "2");
        dialogue.note(shop.owner(), id, "3");
        dialogue.say(visitor, null, "4");

        assertThat(stretch(visitor, id, new Transcripts.Stretch(null, null, 2, false)))
                .isEqualTo("1 2 +");
        assertThat(stretch(visitor, id, new Transcripts.Stretch(2, null, 2, false)))
                .isEqualTo("4 ");
        assertThat(stretch(visitor, id, new Transcripts.Stretch(null, null, 2, true)))
                .isEqualTo("2 4 +");
        assertThat(stretch(shop.owner(), id, new Transcripts.Stretch(null, 4, 2, true)))
                .isEqualTo("2 3 +");
        assertThat(stretch(shop.owner(), id, new Transcripts.Stretch(null, 3, 2, true)))
                .isEqualTo("1 2 ");
    }

    @Test
    void statementsDoNotGrowWithWhatIsRead() {
        var shop = shops.open();
        var channel = shop.channel(shop.general(), false);
        var ids = IntStream.range(0, 5).mapToObj(_ -> dialogue.waiting(shop, channel)).toList();

        assertThat(statements(shop, ids)).isEqualTo(statements(shop, ids.subList(0, 1)));
        assertThat(statements(shop, ids)).isEqualTo(6);
    }

    private int statements(Shop shop, List<ConversationId> ids) {
        var owner = shop.owner();
        return shop.in(() ->
                Statements.of(
                                () -> {
                                    dialogue.queries().byIds(owner, ids);
                                    dialogue.queries().queuePositions(owner, ids);
                                    handovers.of(owner, ids);
                                    dialogue.transcripts()
                                            .of(owner, ids, Transcripts.Stretch.after(0, 50));
                                    inbox.of(owner.id());
                                })
                        .size());
    }

    @Test
    void anInboxHoldsHerOwnAndTheQueuesOfHerGroups() {
        var shop = shops.open();
        var group = shop.group();
        var channel = shop.channel(group, false);
        var agent = shop.agent(group, 1);
        dialogue.online(agent);
        var active = dialogue.waiting(shop, channel);
        await().until(() -> dialogue.see(shop.owner(), active).state() == ConversationState.ACTIVE);
        var queued = dialogue.waiting(shop, channel);
        dialogue.waiting(shop, shop.channel(shop.group(), false));

        assertThat(shop.in(() -> inbox.of(agent.id())))
                .containsExactlyInAnyOrder(
                        new Inbox.Item(active, dialogue.see(agent, active).version()),
                        new Inbox.Item(queued, dialogue.see(agent, queued).version()));
        assertThat(shops.open().in(() -> inbox.of(agent.id()))).isEmpty();
    }

    private List<ConversationId> sees(Caller caller) {
        return CurrentTenant.call(
                caller.tenant(),
                () ->
                        dialogue.queries().page(caller, Filter.NONE, ALL).items().stream()
                                .map(Conversation::id)
                                .toList());
    }

    private List<ConversationId> filtered(Shop shop, Filter filter) {
        return shop.in(() ->
                dialogue.queries().page(shop.owner(), filter, ALL).items().stream()
                        .map(Conversation::id)
                        .toList());
    }

    private String stretch(Caller caller, ConversationId id, Transcripts.Stretch stretch) {
        var page =
                CurrentTenant.call(
                                caller.tenant(),
                                () -> dialogue.transcripts().of(caller, List.of(id), stretch))
                        .getOrDefault(id, new Page<>(List.of(), true, null));
        var text = new StringBuilder();
        page.items().forEach(message -> text.append(message.seq()).append(' '));
        return text.append(page.more() ? "+" : "").toString();
    }
}
