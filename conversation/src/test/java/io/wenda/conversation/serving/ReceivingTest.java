package io.wenda.conversation.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenda.conversation.ConversationOutcome;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.ConversationTests;
import io.wenda.conversation.Message;
import io.wenda.conversation.MessageId;
import io.wenda.conversation.Sender;
import io.wenda.conversation.Shop;
import io.wenda.conversation.Statements;
import io.wenda.conversation.channel.Channels;
import io.wenda.conversation.serving.Conversations.Incoming;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = ConversationTests.class)
class ReceivingTest {
    @Autowired Shop.Opened shops;
    @Autowired Dialogue dialogue;

    @Test
    void aFirstMessageOpensAConversation() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.channel(shop.group(), false));

        var received = dialogue.say(visitor, new Incoming(null, "one", "hello", false));

        var message = received.message();
        assertThat(message.seq()).isEqualTo(1);
        assertThat(message.sender()).isEqualTo(Sender.CONTACT);
        assertThat(message.clientMessageId()).isEqualTo("one");
        assertThat(dialogue.read(visitor, message.conversation())).containsExactly(message);
        assertThat(received.conversation())
                .isEqualTo(dialogue.see(visitor, message.conversation()));
    }

    @Test
    void theNextMessageGoesToTheOpenConversation() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.channel(shop.group(), false));

        var first = dialogue.say(visitor, null, "hello").message();
        var second = dialogue.say(visitor, null, "anybody there?").message();

        assertThat(second.conversation()).isEqualTo(first.conversation());
        assertThat(second.seq()).isEqualTo(2);
    }

    @Test
    void aRepeatIsTheSameMessage() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.channel(shop.group(), false));
        var incoming = new Incoming(null, "one", "hello", false);

        var first = dialogue.say(visitor, incoming).message();
        var again = dialogue.say(visitor, incoming).message();

        assertThat(again).isEqualTo(first);
        assertThat(dialogue.read(visitor, first.conversation())).containsExactly(first);
    }

    @Test
    void aRepeatAfterTheCloseIsStillTheSameMessage() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.channel(shop.group(), false));
        var incoming = new Incoming(null, "one", "hello", false);
        var first = dialogue.say(visitor, incoming).message();
        close(shop, first);

        assertThat(dialogue.say(visitor, incoming).message()).isEqualTo(first);
        assertThat(dialogue.say(visitor, null, "me again").message().conversation())
                .isNotEqualTo(first.conversation());
    }

    @Test
    void theSameIdWithAnotherTextIsAConflict() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.channel(shop.group(), false));
        var first = dialogue.say(visitor, new Incoming(null, "one", "hello", false)).message();

        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> dialogue.say(visitor, new Incoming(null, "one", "bye", false)))
                .satisfies(it -> assertThat(it.code()).isEqualTo(Refusal.Code.CONFLICT));
        assertThat(dialogue.read(visitor, first.conversation())).containsExactly(first);
    }

    @Test
    void theSameIdOfAnotherSenderIsAnotherMessage() {
        var shop = shops.open();
        var channel = shop.channel(shop.group(), false);
        var one = dialogue.say(shop.visitor(channel), new Incoming(null, "one", "hi", false));
        var other = dialogue.say(shop.visitor(channel), new Incoming(null, "one", "ho", false));

        assertThat(other.message().id()).isNotEqualTo(one.message().id());
    }

    @Test
    void twentyRepeatsAtOnceAreOneMessage() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.channel(shop.group(), false));
        var incoming = new Incoming(null, "one", "hello", false);

        var ids =
                atOnce(20, i -> dialogue.say(visitor, incoming).message().id()).stream()
                        .distinct()
                        .toList();

        assertThat(ids).hasSize(1);
    }

    @Test
    void firstMessagesAtOnceAreOneConversation() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.channel(shop.group(), false));

        var messages = atOnce(8, i -> dialogue.say(visitor, null, "hello " + i).message());

        assertThat(messages.stream().map(Message::conversation).distinct()).hasSize(1);
        assertThat(messages.stream().map(Message::seq))
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void numbersHaveNoGapUnderSixteenWriters() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.channel(shop.group(), false));
        var id = dialogue.say(visitor, null, "hello").message().conversation();

        atOnce(
                16,
                i ->
                        IntStream.range(0, 5)
                                .mapToObj(n -> dialogue.say(visitor, id, i + "." + n))
                                .toList());

        assertThat(dialogue.read(visitor, id).stream().map(Message::seq))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 81).boxed().toList());
        var seen = dialogue.see(visitor, id);
        assertThat(seen.lastSeq()).isEqualTo(81);
        // started, 81 messages, queued
        assertThat(seen.version()).isEqualTo(83);
    }

    @Test
    void anInternalNoteCountsAndIsHidden() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.channel(shop.group(), false));
        var id = dialogue.say(visitor, null, "hello").message().conversation();

        var note = dialogue.note(shop.owner(), id, "be kind").message();
        var next = dialogue.say(visitor, null, "still there?").message();

        assertThat(note.seq()).isEqualTo(2);
        assertThat(dialogue.read(visitor, id).stream().map(Message::seq)).containsExactly(1, 3);
        assertThat(dialogue.read(shop.owner(), id).stream().map(Message::seq))
                .containsExactly(1, 2, 3);
        assertThat(
                        shop.in(() ->
                                dialogue.transcripts()
                                        .byIds(visitor, List.of(note.id(), next.id()))
                                        .keySet()))
                .containsExactly(next.id());
    }

    @Test
    void aVisitorWritesNoNotes() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.website());

        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> dialogue.say(visitor, new Incoming(null, "one", "psst", true)));
        assertThat(shop.in(() -> dialogue.queries().openOf(visitor))).isEmpty();
    }

    @Test
    void aProgramSendsNothing() {
        var shop = shops.open();
        var id = dialogue.waiting(shop, shop.channel(shop.group(), false));

        assertThatExceptionOfType(Refusal.Forbidden.class)
                .isThrownBy(() -> dialogue.say(shop.program(Role.ADMIN), id, "beep"));
        assertThat(dialogue.read(shop.owner(), id)).hasSize(1);
    }

    @Test
    void nobodyWritesWhereSheMayNot() {
        var shop = shops.open();
        var channel = shop.channel(shop.general(), false);
        var id = dialogue.waiting(shop, channel);
        var others =
                List.of(
                        shop.visitor(channel),
                        shop.agent(shop.general(), 1),
                        shop.member(Role.ANALYST),
                        shop.member(Role.EDITOR),
                        shops.open().owner());

        for (var other : others) {
            assertThatExceptionOfType(Refusal.NotFound.class)
                    .isThrownBy(() -> dialogue.say(other, id, "hi"));
        }
        assertThat(dialogue.read(shop.owner(), id)).hasSize(1);
    }

    @Test
    void aDisabledChannelOpensNothing() {
        var shop = shops.open();
        var channel = shop.channel(shop.general(), false);
        var visitor = shop.visitor(channel);
        var late = shop.visitor(channel);
        dialogue.say(visitor, null, "hello");
        shop.run(() ->
                shop.with()
                        .channels()
                        .update(
                                channel,
                                new Channels.ChannelChange(null, false, null, null, null, null)));

        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> dialogue.say(late, null, "hello"))
                .satisfies(it -> assertThat(it.code()).isEqualTo(Refusal.Code.NOT_ALLOWED_NOW));
        assertThat(dialogue.say(visitor, null, "still here").message().seq()).isEqualTo(2);
    }

    @Test
    void badTextsAreRefusedAndNothingIsStored() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.website());

        for (var text : List.of("", "  ", "nul \0", "half \ud800", "x".repeat(8001))) {
            assertThatThrownBy(() -> dialogue.say(visitor, null, text))
                    .isInstanceOf(Refusal.Invalid.class);
        }
        assertThat(shop.in(() -> dialogue.queries().openOf(visitor))).isEmpty();
        var emoji = "😀".repeat(8000);
        assertThat(dialogue.say(visitor, null, emoji).message().text()).isEqualTo(emoji);
    }

    @Test
    void aMessageCostsFourStatements() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.channel(shop.general(), false));
        var id = dialogue.served(shop, visitor);

        // lock, look for a repeat, message with conversation, outbox
        assertThat(Statements.of(() -> dialogue.say(visitor, id, "one"))).hasSize(4);
        assertThat(Statements.of(() -> dialogue.say(visitor, null, "two"))).hasSize(4);
        assertThat(Statements.of(() -> dialogue.note(shop.owner(), id, "three"))).hasSize(4);
    }

    private void close(Shop shop, Message message) {
        shop.run(() ->
                dialogue.conversations()
                        .close(
                                shop.owner(),
                                message.conversation(),
                                new Conversations.Closing(ConversationOutcome.SPAM, null, null)));
        assertThat(dialogue.see(shop.owner(), message.conversation()).state())
                .isEqualTo(ConversationState.CLOSED);
    }

    private interface Work<T> {
        T call(int i) throws Exception;
    }

    private static <T> List<T> atOnce(int callers, Work<T> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<T>>();
            IntStream.range(0, callers).forEach(i -> calls.add(() -> work.call(i)));
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void unknownMessagesAreAbsent() {
        var shop = shops.open();

        assertThat(
                        shop.in(() ->
                                dialogue.transcripts()
                                        .byIds(shop.owner(), List.of(new MessageId(NewId.next())))))
                .isEmpty();
    }
}
