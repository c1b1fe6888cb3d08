package io.wenda.conversation.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationOutcome;
import io.wenda.conversation.ConversationSettings;
import io.wenda.conversation.ConversationTests;
import io.wenda.conversation.Facts;
import io.wenda.conversation.Message;
import io.wenda.conversation.MessageId;
import io.wenda.conversation.Shop;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.testing.ShiftingClock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = ConversationTests.class)
class AnswerRatingsTest {
    @Autowired Shop.Opened shops;
    @Autowired Dialogue dialogue;
    @Autowired AnswerRatings ratings;
    @Autowired Facts facts;
    @Autowired ShiftingClock clock;
    @Autowired ConversationSettings settings;
    private Shop shop;
    private Caller.Visitor visitor;
    private Message answer;

    @BeforeEach
    void anAnswer() {
        shop = shops.open();
        visitor = shop.visitor(shop.website());
        answer = answerTo("when is my refund?", null);
    }

    @Test
    void aHelpfulAnswerConfirms() {
        assertThat(answer.helpful()).isNull();

        var rated = rate(visitor, answer.id(), true);

        assertThat(rated.helpful()).isTrue();
        assertThat(dialogue.read(shop.owner(), answer.conversation()).get(1)).isEqualTo(rated);
        close();
        assertThat(outcomes()).containsExactly("CONFIRMED");
        assertThat(facts.of(answer.conversation()))
                .endsWith("message.stored", "answer.rated", "conversation.closed");
    }

    @Test
    void anAnswerThatDidNotHelpConfirmsNothing() {
        assertThat(rate(visitor, answer.id(), false).helpful()).isFalse();

        close();

        assertThat(outcomes()).containsExactly("ASSUMED");
    }

    @Test
    void afterAHandoverItConfirmsNothing() {
        dialogue.askForPerson(visitor, answer.conversation());

        rate(visitor, answer.id(), true);
        close();

        assertThat(outcomes()).containsExactly("HANDED_OVER");
    }

    @Test
    void afterTheCloseItCorrectsWhatWasAssumed() {
        close();

        rate(visitor, answer.id(), true);

        assertThat(outcomes()).containsExactly("ASSUMED");
        assertThat(facts.of(shop.tenant(), "answer.rated"))
                .singleElement()
                .asString()
                .contains("\"botOutcome\": \"CONFIRMED\"")
                .contains("\"entry\": \"" + ScriptedBot.REFUND + "\"");
    }

    @Test
    void anAnswerIsRatedOnceAndInTime() {
        var second = answerTo("a refund again", answer.conversation());
        rate(visitor, answer.id(), false);
        refused(Refusal.Code.CONFLICT, visitor, answer.id());
        assertThat(dialogue.read(visitor, answer.conversation()).get(1).helpful()).isFalse();

        close();
        clock.later(
                settings.ratingWindow().plusSeconds(1),
                () -> refused(Refusal.Code.NOT_ALLOWED_NOW, visitor, second.id()));
        assertThat(facts.of(shop.tenant(), "answer.rated")).hasSize(1);
    }

    @Test
    void onlyTheContactRatesAndOnlyAnswers() {
        var question = dialogue.read(visitor, answer.conversation()).getFirst();

        refused(Refusal.Code.INVALID, visitor, question.id());
        refused(Refusal.Code.FORBIDDEN, shop.owner(), answer.id());
        refused(Refusal.Code.NOT_FOUND, shop.visitor(shop.website()), answer.id());
        var other = shops.open();
        refused(Refusal.Code.NOT_FOUND, other.visitor(other.website()), answer.id());
        assertThat(facts.of(shop.tenant(), "answer.rated")).isEmpty();
    }

    private Message answerTo(String question, @Nullable ConversationId in) {
        var asked = dialogue.say(visitor, in, question).message();
        await().until(() -> dialogue.read(visitor, asked.conversation()).size() == asked.seq() + 1);
        return dialogue.read(visitor, asked.conversation()).get(asked.seq());
    }

    private Message rate(Caller caller, MessageId id, boolean helpful) {
        return CurrentTenant.call(caller.tenant(), () -> ratings.rate(caller, id, helpful));
    }

    private void refused(Refusal.Code code, Caller caller, MessageId id) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> rate(caller, id, true))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }

    private void close() {
        shop.run(() ->
                dialogue.conversations()
                        .close(
                                shop.owner(),
                                answer.conversation(),
                                new Conversations.Closing(
                                        ConversationOutcome.RESOLVED, null, null)));
    }

    private List<String> outcomes() {
        return facts.of(shop.tenant(), "conversation.closed").stream()
                .map(it -> it.replaceAll(".*\"botOutcome\": \"(\\w+)\".*", "$1"))
                .toList();
    }
}
