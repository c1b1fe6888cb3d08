package io.wenda.conversation.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationOutcome;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.ConversationTests;
import io.wenda.conversation.Shop;
import io.wenda.knowledge.answering.Decision;
import io.wenda.knowledge.gap.EndedConversations;
import io.wenda.knowledge.gap.Served;
import io.wenda.tenant.Caller;
import io.wenda.testing.ShiftingClock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = ConversationTests.class)
class LearnedFromTest {
    private static final Duration SERVED = Duration.ofMinutes(7);

    @Autowired Shop.Opened shops;
    @Autowired Dialogue dialogue;
    @Autowired Conversations conversations;
    @Autowired EndedConversations learned;
    @Autowired ShiftingClock clock;
    @Autowired TransactionTemplate transactions;

    @Test
    void whatTheBotCouldNotAnswerIsHandedOnOnceWithTheAgentsAnswerAndTime() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.website());
        var agent = shop.agent(shop.general(), 5);
        dialogue.online(agent);
        var id = asks(visitor, null, "something with my order", 2);
        asks(visitor, id, "do you wrap gifts?", 4);
        await().until(() -> state(visitor, id) == ConversationState.ACTIVE);
        dialogue.note(agent, id, "she wants wrapping");
        dialogue.say(agent, id, "Yes, we wrap every order as a gift.");
        clock.later(SERVED, () -> close(shop, agent, id, ConversationOutcome.RESOLVED));

        assertThat(learned.companies()).contains(shop.tenant());
        var served = take(shop);

        assertThat(served)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.conversation()).isEqualTo(id.value());
                    assertThat(it.channel()).isEqualTo(shop.website());
                    assertThat(it.turns())
                            .extracting(Served.Turn::question)
                            .containsExactly("something with my order", "do you wrap gifts?");
                    assertThat(it.turns())
                            .extracting(Served.Turn::decision)
                            .containsExactly(Decision.CLARIFY, Decision.HANDOVER);
                    assertThat(it.turns().getFirst().handled()).isZero();
                    assertThat(it.turns().getLast().handled())
                            .isBetween(SERVED, SERVED.plusMinutes(1));
                    assertThat(it.turns().getFirst().replies()).isEmpty();
                    assertThat(it.turns().getLast().replies())
                            .containsExactly("Yes, we wrap every order as a gift.");
                });
        assertThat(take(shop)).isEmpty();
        assertThat(learned.companies()).doesNotContain(shop.tenant());
    }

    @Test
    void anAnswerAfterWhichAPersonIsWantedIsNotEnoughAndTheWishItselfTeachesNothing() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.website());
        var id = asks(visitor, null, "when is my refund?", 2);
        asks(visitor, id, "a person please", 4);
        close(shop, shop.owner(), id, ConversationOutcome.UNRESOLVED);

        assertThat(take(shop).getFirst().turns())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.question()).isEqualTo("when is my refund?");
                    assertThat(it.notEnough()).isTrue();
                    assertThat(it.replies()).isEmpty();
                });
    }

    @Test
    void whatTheBotCouldNotLookUpAndWhatItTookNoPartInTeachNothing() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.website());
        var away = asks(visitor, null, "explode", 2);
        close(shop, shop.owner(), away, ConversationOutcome.UNRESOLVED);
        var alone = dialogue.waiting(shop, shop.channel(shop.general(), false));
        close(shop, shop.owner(), alone, ConversationOutcome.UNRESOLVED);

        assertThat(take(shop)).singleElement().satisfies(it -> assertThat(it.turns()).isEmpty());
    }

    @Test
    void anotherCompanyLearnsNothingOfIt() {
        var shop = shops.open();
        var id = asks(shop.visitor(shop.website()), null, "do you wrap gifts?", 2);
        close(shop, shop.owner(), id, ConversationOutcome.UNRESOLVED);

        assertThat(take(shops.open())).isEmpty();
        assertThat(take(shop)).hasSize(1);
    }

    private List<Served> take(Shop shop) {
        return shop.in(() -> transactions.execute(_ -> learned.take(10)));
    }

    private ConversationId asks(
            Caller.Visitor visitor, @Nullable ConversationId id, String text, int messages) {
        var conversation = dialogue.say(visitor, id, text).message().conversation();
        await().until(() -> dialogue.read(visitor, conversation).size() >= messages);
        return conversation;
    }

    private ConversationState state(Caller caller, ConversationId id) {
        return dialogue.see(caller, id).state();
    }

    private void close(Shop shop, Caller caller, ConversationId id, ConversationOutcome outcome) {
        var closed =
                shop.in(() ->
                        conversations.close(
                                caller, id, new Conversations.Closing(outcome, null, null)));
        assertThat(closed.state()).isEqualTo(ConversationState.CLOSED);
    }
}
