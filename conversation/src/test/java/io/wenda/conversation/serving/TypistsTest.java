package io.wenda.conversation.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationOutcome;
import io.wenda.conversation.ConversationTests;
import io.wenda.conversation.Sender;
import io.wenda.conversation.Shop;
import io.wenda.conversation.Typing;
import io.wenda.conversation.live.LiveBus;
import io.wenda.conversation.live.Topic;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = ConversationTests.class)
class TypistsTest {
    @Autowired Shop.Opened shops;
    @Autowired Dialogue dialogue;
    @Autowired Typists typists;
    @Autowired LiveBus live;
    private Shop shop;
    private Caller.Visitor visitor;
    private ConversationId id;

    @BeforeEach
    void aConversation() {
        shop = shops.open();
        var channel = shop.channel(shop.group(), false);
        visitor = shop.visitor(channel);
        id = dialogue.say(visitor, null, "hello").message().conversation();
    }

    @Test
    void theOthersKnowWhoTypesAndTheyAreWoken() {
        var woken = new AtomicInteger();
        var topic = new Topic.OfConversation(shop.tenant(), id);
        try (var _ = live.watch(topic, woken::incrementAndGet)) {
            var told = tell(visitor, true, false);

            assertThat(woken).hasValue(1);
            assertThat(others(shop.owner())).containsExactly(told);
            assertThat(told.sender()).isEqualTo(Sender.CONTACT);
            assertThat(others(visitor)).isEmpty();
        }
        var agents = tell(shop.owner(), true, false);
        assertThat(agents.agent()).isEqualTo(shop.owner().id());
        assertThat(others(visitor)).containsExactly(agents);
        var stopped = tell(shop.owner(), false, false);
        assertThat(others(visitor)).containsExactly(stopped);
        assertThat(stopped.until()).isBefore(agents.until());
    }

    @Test
    void aVisitorNeverLearnsThatANoteIsWritten() {
        var told = tell(shop.owner(), true, true);

        assertThat(others(visitor)).isEmpty();
        assertThat(others(shop.member(Role.SUPERVISOR))).containsExactly(told);
        refused(Refusal.Code.INVALID, visitor, true);
    }

    @Test
    void onlyWhoMayWriteThereTypesThere() {
        refused(Refusal.Code.NOT_FOUND, shop.visitor(visitor.channel()), false);
        refused(Refusal.Code.NOT_FOUND, shop.member(Role.AGENT), false);
        refused(Refusal.Code.NOT_FOUND, shop.member(Role.ANALYST), false);
        refused(Refusal.Code.NOT_FOUND, shops.open().owner(), false);
        shop.run(() ->
                dialogue.conversations()
                        .close(
                                shop.owner(),
                                id,
                                new Conversations.Closing(ConversationOutcome.SPAM, null, null)));
        refused(Refusal.Code.NOT_ALLOWED_NOW, visitor, false);
        refused(Refusal.Code.NOT_ALLOWED_NOW, shop.owner(), true);
        assertThat(others(shop.owner())).isEmpty();
    }

    private Typing tell(Caller caller, boolean typing, boolean internal) {
        return CurrentTenant.call(
                caller.tenant(), () -> typists.tell(caller, id, typing, internal));
    }

    private Collection<Typing> others(Caller caller) {
        return CurrentTenant.call(caller.tenant(), () -> typists.othersThan(caller, id)).values();
    }

    private void refused(Refusal.Code code, Caller caller, boolean internal) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> tell(caller, true, internal))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }
}
