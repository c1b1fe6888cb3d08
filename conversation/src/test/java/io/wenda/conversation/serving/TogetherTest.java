package io.wenda.conversation.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationTests;
import io.wenda.conversation.Message;
import io.wenda.conversation.Shop;
import io.wenda.conversation.Statements;
import io.wenda.conversation.ledger.Ledger;
import io.wenda.conversation.serving.Conversations.Incoming;
import io.wenda.conversation.serving.Conversations.Received;
import io.wenda.tenant.Caller;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.SharedCommit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Messages of several conversations and companies behind one commit. */
@SpringBootTest(classes = ConversationTests.class)
class TogetherTest {
    @Autowired Shop.Opened shops;
    @Autowired Dialogue dialogue;
    @Autowired Together together;
    @Autowired SharedCommit commit;
    @Autowired Ledger ledger;

    private record Talk(Shop shop, Caller.Visitor visitor, ConversationId id) {
        Sent say(String text) {
            return new Sent(visitor, new Incoming(id, NewId.next().toString(), text, false));
        }
    }

    private Talk talk() {
        return talk(shops.open());
    }

    private Talk talk(Shop shop) {
        var visitor = shop.visitor(shop.channel(shop.general(), false));
        return new Talk(shop, visitor, dialogue.served(shop, visitor));
    }

    private Map<Sent, Received> store(Sent... all) {
        var stored = new HashMap<Sent, Received>();
        var byCompany = new LinkedHashMap<TenantId, List<Sent>>();
        Stream.of(all)
                .forEach(it ->
                        byCompany
                                .computeIfAbsent(it.caller().tenant(), _ -> new ArrayList<>())
                                .add(it));
        var parts = new LinkedHashMap<TenantId, Runnable>();
        byCompany.forEach(
                (tenant, sent) -> parts.put(tenant, () -> stored.putAll(together.store(sent))));
        commit.of(parts);
        return stored;
    }

    /** The router wakes by itself, too, and holds what it looks at for a moment. */
    private void awaitFree(Shop shop, Sent... all) {
        var ids = Stream.of(all).map(it -> it.message().conversation()).toList();
        Awaitility.await()
                .until(() ->
                        shop.in(() ->
                                shop.with()
                                                .transactions()
                                                .execute(
                                                        _ -> ledger.holdFree(ids, List.of()).size())
                                        == all.length));
    }

    @Test
    void messagesOfSeveralCompaniesAreStoredByOneCommit() {
        var one = talk();
        var other = talk();
        var first = one.say("first");
        var second = one.say("second");
        var third = other.say("third");

        var stored = store(first, third, second);

        assertThat(stored).containsOnlyKeys(first, second, third);
        assertThat(stored.get(first).message().seq()).isEqualTo(2);
        assertThat(stored.get(second).message().seq()).isEqualTo(3);
        assertThat(stored.get(second).conversation())
                .isEqualTo(dialogue.see(one.visitor(), one.id()));
        assertThat(texts(one)).containsExactly("hello", "first", "second");
        assertThat(texts(other)).containsExactly("hello", "third");
    }

    @Test
    void manyMessagesOfACompanyCostTheStatementsOfOne() {
        var shop = shops.open();
        var sent = IntStream.range(0, 20).mapToObj(i -> talk(shop).say("hi")).toArray(Sent[]::new);

        awaitFree(shop, sent);

        // lock, look for repeats, messages with conversations, outbox
        assertThat(Statements.of(() -> assertThat(store(sent)).hasSize(20))).hasSize(4);
    }

    @Test
    void anAgentAndHerContactShareACommit() {
        var talk = talk();
        var fromContact = talk.say("are you there?");
        var fromOwner =
                new Sent(talk.shop().owner(), new Incoming(talk.id(), "mine", "I am", false));
        var withoutPlace = new Sent(talk.visitor(), new Incoming(null, "later", "good", false));

        assertThat(store(fromContact, fromOwner, withoutPlace)).hasSize(3);
        assertThat(texts(talk)).containsExactly("hello", "are you there?", "I am", "good");
    }

    @Test
    void theSameIdTwiceInACommitIsStoredOnce() {
        var talk = talk();
        var first = new Sent(talk.visitor(), new Incoming(talk.id(), "one", "hi", false));
        var repeat = new Sent(talk.visitor(), new Incoming(talk.id(), "one", "hi", false));

        assertThat(store(first, repeat)).containsOnlyKeys(first);
        assertThat(store(repeat)).isEmpty();
        assertThat(texts(talk)).containsExactly("hello", "hi");
    }

    @Test
    void anotherCompanysConversationIsLeftAlone() {
        var mine = talk();
        var theirs = talk();
        var stranger = mine.shop().owner();
        var foreign = new Incoming(theirs.id(), "one", "let me in", false);

        assertThat(store(new Sent(stranger, foreign), new Sent(mine.visitor(), foreign))).isEmpty();
        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() -> dialogue.say(stranger, foreign));
        assertThat(texts(theirs)).containsExactly("hello");
    }

    @Test
    void aConversationThatIsHeldKeepsNoOtherWaiting() throws Exception {
        var held = talk();
        var free = talk(held.shop());
        var holding = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var holder = threads.submit(() -> holdUntil(held, holding, release));
            await(holding);
            var waiting = threads.submit(() -> dialogue.say(held.visitor(), held.id(), "later"));

            assertThat(dialogue.say(free.visitor(), free.id(), "now").message().seq()).isEqualTo(2);
            assertThat(waiting.isDone()).isFalse();

            release.countDown();
            assertThat(waiting.get().message().seq()).isEqualTo(2);
            holder.get();
        }
    }

    private void holdUntil(Talk talk, CountDownLatch holding, CountDownLatch release) {
        var transactions = talk.shop().with().transactions();
        talk.shop()
                .run(() ->
                        transactions.executeWithoutResult(_ -> {
                            ledger.hold(talk.id());
                            holding.countDown();
                            await(release);
                        }));
    }

    @Test
    void twoHundredCallersOfThreeCompaniesLoseAndDoubleNothing() throws Exception {
        var talks =
                Stream.of(shops.open(), shops.open(), shops.open())
                        .flatMap(shop -> IntStream.range(0, 10).mapToObj(_ -> talk(shop)))
                        .toList();
        var said = new ArrayList<Future<Message>>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 600; i++) {
                var talk = talks.get(i % talks.size());
                var text = "message " + i;
                said.add(
                        threads.submit(
                                () -> dialogue.say(talk.visitor(), talk.id(), text).message()));
            }
        }

        for (var talk : talks) {
            var stored = dialogue.read(talk.visitor(), talk.id());
            assertThat(stored.stream().map(Message::seq))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 21).boxed().toList());
            assertThat(said.stream().map(Future::resultNow).filter(of(talk)))
                    .containsExactlyInAnyOrderElementsOf(stored.subList(1, 21));
        }
    }

    private static Predicate<Message> of(Talk talk) {
        return message -> message.conversation().equals(talk.id());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> texts(Talk talk) {
        return dialogue.read(talk.visitor(), talk.id()).stream().map(Message::text).toList();
    }
}
