package io.wenda.conversation.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.wenda.conversation.AnswerCandidate;
import io.wenda.conversation.BotReceipt;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.ConversationTests;
import io.wenda.conversation.HandoverReason;
import io.wenda.conversation.Message;
import io.wenda.conversation.MessageId;
import io.wenda.conversation.Shop;
import io.wenda.conversation.receipt.BotReceipts;
import io.wenda.conversation.webhook.Asked;
import io.wenda.conversation.webhook.WebhookBot;
import io.wenda.conversation.webhook.Webhooks;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Refusal;
import io.wenda.testing.RecordingServer;
import io.wenda.testing.RecordingServer.Request;
import io.wenda.testing.ShiftingClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = ConversationTests.class)
class OwnBotTest {
    @Autowired Shop.Opened shops;
    @Autowired Dialogue dialogue;
    @Autowired Webhooks webhooks;
    @Autowired WebhookBot webhook;
    @Autowired BotReceipts receipts;
    @Autowired Handovers handovers;
    @Autowired ShiftingClock clock;
    @Autowired JsonMapper json;

    private final RecordingServer own = new RecordingServer();
    private Shop shop;
    private ChannelId channel;
    private String secret;

    @BeforeEach
    void brought() {
        shop = shops.open();
        channel = shop.website();
        secret = Objects.requireNonNull(choose(url(), true).secret());
    }

    @AfterEach
    void gone() {
        own.close();
    }

    @Test
    void aSignedQuestionIsAnsweredByIt() {
        own.answers(
                200,
                "{\"answer\": \"In **two** days.<script>alert(1)</script>\", \"confidence\": 0.7}");
        var visitor = shop.visitor(channel, "zh-CN");

        var answer = answerTo(visitor, "我的电话 13800138000，何时退款？");

        var asked = own.came().remove();
        var id = "MessageId[value=" + first(visitor, answer).id().value() + "]";
        assertThat(secret).startsWith("whsec_");
        assertThat(signed(asked, secret)).isTrue();
        assertThat(signed(asked, "whsec_" + "A".repeat(43) + "=")).isFalse();
        assertThat(signed(asked.headers(), asked.body() + " ", secret)).isFalse();
        assertThat(asked.headers().get("webhook-id")).containsExactly(id);
        var body = json.readTree(asked.body());
        assertThat(body.path("type").asString()).isEqualTo("question.asked");
        var data = body.path("data");
        assertThat(data.path("question").asString()).isEqualTo("我的电话 [phone]，何时退款？");
        assertThat(data.path("messageId").asString()).isEqualTo(id);
        assertThat(data.path("conversationId").asString())
                .contains(answer.conversation().value().toString());
        assertThat(data.path("locale").asString()).isEqualTo("zh-CN");
        assertThat(data.path("previousQuestion").isNull()).isTrue();
        assertThat(data.path("masked").booleanValue()).isTrue();
        assertThat(answer.text()).isEqualTo("In **two** days.");
        assertThat(answer.source()).isNull();
        var receipt = receipt(answer);
        assertThat(receipt.decision()).isEqualTo("ANSWER");
        assertThat(receipt.confidence()).isEqualTo(0.7);
        assertThat(path(receipt)).containsExactly("WEBHOOK");
        assertThat(shop.in(() -> receipts.last(10))).isEmpty();
    }

    @Test
    void whoeverWishesSendsItAsItWasWrittenWithTheTurnBefore() {
        choose(url(), false);
        own.answers(200, "{\"answer\": \"Yes.\"}");
        var visitor = shop.visitor(channel);

        var one = answerTo(visitor, "I am 13800138000");
        var two = answerTo(visitor, "and now?");

        assertThat(two.conversation()).isEqualTo(one.conversation());
        own.came().remove();
        var data = json.readTree(own.came().remove().body()).path("data");
        assertThat(data.path("previousQuestion").asString()).isEqualTo("I am 13800138000");
        assertThat(data.path("masked").booleanValue()).isFalse();
    }

    @Test
    void itAsksBackAndHandsOver() {
        own.answers(
                200,
                "{\"choices\": [\"A refund\", \"A parcel\", \"A parcel\"], \"text\": \"Which?\"}");
        var visitor = shop.visitor(channel);

        var back = answerTo(visitor, "help");

        assertThat(back.text()).isEqualTo("Which?");
        assertThat(back.choices())
                .extracting(AnswerCandidate::question)
                .containsExactly("A refund", "A parcel");
        assertThat(receipt(back).candidates()).isEmpty();

        own.answers(200, "{\"handover\": true, \"confidence\": null}");
        var over = answerTo(visitor, "A refund");

        assertThat(over.text()).endsWith("A person will be with you.");
        assertThat(dialogue.see(visitor, over.conversation()).state())
                .isEqualTo(ConversationState.QUEUED);
        assertThat(shop.in(() -> handovers.of(shop.owner(), List.of(over.conversation()))))
                .hasEntrySatisfying(
                        over.conversation(),
                        it ->
                                assertThat(it)
                                        .singleElement()
                                        .satisfies(one -> {
                                            assertThat(one.reason())
                                                    .isEqualTo(HandoverReason.NO_ANSWER);
                                            assertThat(one.triedAnswers()).isEmpty();
                                        }));
    }

    @Test
    void whoAsksForAPersonIsNotSentToIt() {
        var visitor = shop.visitor(channel);

        answerTo(visitor, "I want to talk to a person");

        assertThat(own.came()).isEmpty();
    }

    @Test
    void ourBotAnswersWhereItIsBrokenSlowOrGoneAndTheReceiptSaysWhy() {
        var visitor = shop.visitor(channel);
        own.answers(200, "[]");
        assertThat(path(receipt(fallback(visitor))))
                .containsExactly("WEBHOOK_BAD_REPLY", "SYNONYMS");
        own.answers(500, "{\"answer\": \"x\"}");
        assertThat(why(visitor)).isEqualTo("WEBHOOK_STATUS");
        own.answersBy((_, exchange) -> {
            exchange.getResponseHeaders().add("Location", url() + "/elsewhere");
            RecordingServer.send(exchange, 307, "");
        });
        assertThat(why(visitor)).isEqualTo("WEBHOOK_STATUS");
        own.answers(200, "{\"answer\": \"x\", \"more\": \"" + "x".repeat(64 * 1024) + "\"}");
        assertThat(why(visitor)).isEqualTo("WEBHOOK_TOO_LARGE");
        own.answersBy((_, exchange) -> exchange.close());
        assertThat(why(visitor)).isEqualTo("WEBHOOK_UNREACHABLE");
        own.answers(200, "[]");
        assertThat(why(visitor)).isEqualTo("WEBHOOK_BAD_REPLY");
        own.answersBy((_, exchange) -> { // the header in time, the body never
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            own.hold();
        });
        assertThat(why(visitor)).isEqualTo("WEBHOOK_TIMED_OUT");
        own.close();
        assertThat(why(visitor)).isEqualTo("WEBHOOK_UNREACHABLE");
    }

    @Test
    void oneThatKeepsFailingIsNotAskedForAWhile() {
        own.answers(500, "");
        var visitor = shop.visitor(channel);
        for (var i = 0; i < 5; i++) {
            assertThat(why(visitor)).isEqualTo("WEBHOOK_STATUS");
        }
        own.came().clear();

        assertThat(why(visitor)).isEqualTo("WEBHOOK_CIRCUIT_OPEN");

        assertThat(own.came()).isEmpty();
    }

    @Test
    void whatOurBotAskedForWhileItWasAwayIsAnsweredToOurBot() {
        var visitor = shop.visitor(channel);
        own.answers(500, "");
        answerTo(visitor, "I want to return it");
        own.came().clear();
        own.answers(200, "{\"answer\": \"Pardon?\"}");

        var second = answerTo(visitor, "It is broken");

        assertThat(second.text()).isEqualTo("Why?");
        assertThat(own.came()).isEmpty();
        assertThat(shop.in(() -> handovers.of(shop.owner(), List.of(second.conversation()))))
                .isEmpty();
    }

    @Test
    void onlySoManyCallsOfACompanyAreUnderWayAtOnce() {
        own.answersBy((_, _) -> own.hold());
        var slow =
                Stream.generate(() -> dialogue.say(shop.visitor(channel), null, "slow refund"))
                        .limit(3)
                        .toList();
        await().until(() -> own.came().size() == slow.size());

        var other = shops.open();
        var elsewhere = other.visitor(other.website());
        assertThat(answerTo(elsewhere, "a refund?").text()).isEqualTo(ScriptedBot.ANSWER);
        assertThat(why(shop.visitor(channel))).isEqualTo("WEBHOOK_BUSY");
    }

    @Test
    void bothSecretsSignForAWhileAndAnOldRequestIsNotBelieved() {
        own.answers(200, "{\"answer\": \"Yes.\"}");
        var visitor = shop.visitor(channel);

        var rotated = shop.in(() -> webhooks.rotate(shop.owner(), channel, 24));
        var second = Objects.requireNonNull(rotated.secret());
        answerTo(visitor, "one");
        var both = own.came().remove();
        assertThat(signed(both, secret)).isTrue();
        assertThat(signed(both, second)).isTrue();
        assertThat(rotated.webhook().formerSecretUntil()).isNotNull();

        var third = shop.in(() -> webhooks.rotate(shop.owner(), channel, 0)).secret();
        answerTo(visitor, "two");
        var now = own.came().remove();
        assertThat(signed(now, second)).isFalse();
        assertThat(signed(now, Objects.requireNonNull(third))).isTrue();

        var asked =
                new Asked(
                        new ConversationId(NewId.next()),
                        new MessageId(NewId.next()),
                        channel,
                        "en",
                        "three",
                        null);
        clock.later(Duration.ofMinutes(-6), () -> shop.run(() -> webhook.ask(asked)));
        assertThat(signed(own.came().remove(), third)).isFalse();
    }

    @Test
    void aWebhookIsOneCompanysAlone() {
        var other = shops.open();

        assertThat(other.in(() -> webhooks.byChannels(Set.of(channel)))).isEmpty();
        assertThatThrownBy(
                        () -> other.in(() -> webhooks.choose(other.owner(), channel, url(), true)))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> other.in(() -> webhooks.rotate(other.owner(), channel, 1)))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> other.run(() -> webhooks.remove(other.owner(), channel)))
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(choose(url(), true).secret()).isNull();
        shop.run(() -> webhooks.remove(shop.owner(), channel));
        assertThatThrownBy(() -> shop.in(() -> webhooks.rotate(shop.owner(), channel, 1)))
                .isInstanceOf(Refusal.Conflict.class);
        assertThat(choose(url(), true).secret()).isNotEqualTo(secret);
    }

    @Test
    void anAddressIsHttpsWithoutUserAndFragment() {
        for (var wrong :
                List.of(
                        "",
                        "x",
                        "ftp://bot.example",
                        "https://",
                        "https://me:secret@bot.example",
                        "https://bot.example/#here",
                        "https://bot.example/a b",
                        "https://bot.example/" + "x".repeat(2_000))) {
            assertThatThrownBy(() -> choose(wrong, true))
                    .as(wrong)
                    .isInstanceOfSatisfying(
                            Refusal.Invalid.class,
                            it -> assertThat(it.field()).containsExactly("url"));
        }
        assertThatThrownBy(() -> shop.in(() -> webhooks.rotate(shop.owner(), channel, 169)))
                .isInstanceOf(Refusal.Invalid.class);
        assertThat(shop.in(() -> webhooks.byChannels(Set.of(channel))).get(channel))
                .extracting(it -> it.url())
                .isEqualTo(url());
    }

    private Webhooks.Chosen choose(String url, boolean masked) {
        return shop.in(() -> webhooks.choose(shop.owner(), channel, url, masked));
    }

    private String why(Caller.Visitor visitor) {
        return path(receipt(fallback(visitor))).getFirst();
    }

    /** Asks what ours knows, and is answered by ours. */
    private Message fallback(Caller.Visitor visitor) {
        var answer = answerTo(visitor, "refund " + NewId.next());
        assertThat(answer.text()).isEqualTo(ScriptedBot.ANSWER);
        assertThat(answer.source()).isNotNull();
        return answer;
    }

    private Message answerTo(Caller.Visitor visitor, String text) {
        var said = dialogue.say(visitor, null, text).message();
        await().until(() ->
                dialogue.read(visitor, said.conversation()).getLast().seq() > said.seq());
        return dialogue.read(visitor, said.conversation()).getLast();
    }

    private Message first(Caller.Visitor visitor, Message answer) {
        return dialogue.read(visitor, answer.conversation()).getFirst();
    }

    private BotReceipt receipt(Message answer) {
        return shop.in(() ->
                Objects.requireNonNull(receipts.of(shop.owner(), List.of(answer)).get(answer)));
    }

    private static List<String> path(BotReceipt receipt) {
        return Objects.requireNonNull(receipt.grounds()).path();
    }

    private String url() {
        return own.uri() + "/ask";
    }

    private static boolean signed(Request asked, String secret) {
        return signed(asked.headers(), asked.body(), secret);
    }

    /** Whether a receiver with that secret believes it, as the standard's own library checks. */
    private static boolean signed(Map<String, List<String>> headers, String body, String secret) {
        try {
            new Webhook(secret).verify(body, headers);
            return true;
        } catch (WebhookVerificationException _) {
            return false;
        }
    }
}
