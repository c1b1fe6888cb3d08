package io.wenda.conversation.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.wenda.conversation.AnswerCandidate;
import io.wenda.conversation.AnswerSource;
import io.wenda.conversation.BotReceipt;
import io.wenda.conversation.Conversation;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationSettings;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.ConversationTests;
import io.wenda.conversation.Facts;
import io.wenda.conversation.FlowRun;
import io.wenda.conversation.Handover;
import io.wenda.conversation.HandoverReason;
import io.wenda.conversation.Message;
import io.wenda.conversation.RecognisedIntent;
import io.wenda.conversation.Sender;
import io.wenda.conversation.Shop;
import io.wenda.conversation.ledger.BotTurn;
import io.wenda.conversation.ledger.Ledger;
import io.wenda.conversation.ledger.Line;
import io.wenda.conversation.receipt.BotReceipts;
import io.wenda.knowledge.answering.Asked;
import io.wenda.knowledge.answering.Asker;
import io.wenda.knowledge.trial.CustomerQuestions;
import io.wenda.tenant.Caller;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.testing.ShiftingClock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = ConversationTests.class)
class BotTest {
    @Autowired Shop.Opened shops;
    @Autowired Dialogue dialogue;
    @Autowired ScriptedBot bot;
    @Autowired BotDialogue turns;
    @Autowired Handovers handovers;
    @Autowired BotReceipts receipts;
    @Autowired CustomerQuestions customers;
    @Autowired Forgotten forgotten;
    @Autowired Facts facts;
    @Autowired Ledger ledger;
    @Autowired ShiftingClock clock;
    @Autowired ConversationSettings settings;
    @Autowired TransactionTemplate transactions;

    @Test
    void theBotAnswersWithItsReceipt() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.website());

        var question = dialogue.say(visitor, null, "when is my refund?");
        var answer = awaitMessage(visitor, question, 2);

        assertThat(answer.sender()).isEqualTo(Sender.BOT);
        assertThat(answer.text()).isEqualTo(ScriptedBot.ANSWER);
        assertThat(answer.source())
                .isEqualTo(new AnswerSource(ScriptedBot.REFUND, 3, "How long is a refund?"));
        assertThat(answer.choices()).isEmpty();
        assertThat(dialogue.see(visitor, answer.conversation()).state())
                .isEqualTo(ConversationState.BOT);
        assertThat(facts.of(answer.conversation()))
                .containsExactly(
                        "conversation.started", "message.stored", "bot.turned", "message.stored");
    }

    @Test
    void aTurnKeepsWhatItStoodOnAndItsConversationIsFoundByTheVersion() {
        var shop = shops.open();
        var other = shops.open();
        var visitor = shop.visitor(shop.website());
        var question = dialogue.say(visitor, null, "a refund, 13800138000");
        var answer = awaitMessage(visitor, question, 2);
        var elsewhere = other.visitor(other.website());
        awaitMessage(elsewhere, dialogue.say(elsewhere, null, "refund?"), 2);
        var supervisor = shop.owner();
        var page = new PageRequest(null, 10, true);

        var receipt =
                CurrentTenant.call(shop.tenant(), () -> receipts.of(supervisor, List.of(answer)))
                        .get(answer);

        assertThat(receipt).isNotNull();
        assertThat(receipt.grounds()).isEqualTo(ScriptedBot.GROUNDS);
        assertThat(receipt.confidence()).isEqualTo(0.9);
        assertThat(receipt.candidates()).hasSize(1);
        var got =
                CurrentTenant.call(
                        shop.tenant(),
                        () -> receipts.answeredWith(supervisor, ScriptedBot.REFUND, 3, page));
        assertThat(got.items())
                .extracting(conversation -> conversation.id())
                .containsExactly(answer.conversation());
        assertThat(got.total()).isEqualTo(1);
        assertThat(
                        CurrentTenant.call(
                                        shop.tenant(),
                                        () ->
                                                receipts.answeredWith(
                                                        supervisor, ScriptedBot.REFUND, 2, page))
                                .items())
                .isEmpty();
        assertThat(CurrentTenant.call(shop.tenant(), () -> receipts.of(visitor, List.of(answer))))
                .isEmpty();
        assertThat(
                        CurrentTenant.call(
                                other.tenant(), () -> receipts.of(other.owner(), List.of(answer))))
                .isEmpty();
        assertThat(CurrentTenant.call(other.tenant(), () -> receipts.last(10)))
                .extracting(BotReceipt::question)
                .containsExactly("refund?");
    }

    @Test
    void aConversationIsFoundByEachVersionThatItsAnswerCitesAndByNoOther() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.website());
        var both = awaitMessage(visitor, dialogue.say(visitor, null, "cite both"), 2);
        var other = shop.visitor(shop.website());
        var parcel = awaitMessage(other, dialogue.say(other, null, "cite one"), 2);

        assertThat(answeredWith(shop, ScriptedBot.REFUND, 3)).containsExactly(both.conversation());
        assertThat(answeredWith(shop, ScriptedBot.TRACK, 1))
                .containsExactly(parcel.conversation(), both.conversation());
        assertThat(answeredWith(shop, ScriptedBot.REFUND, 1)).isEmpty();
        assertThat(answeredWith(shops.open(), ScriptedBot.REFUND, 3)).isEmpty();
    }

    private List<ConversationId> answeredWith(Shop shop, UUID entry, int version) {
        var page = new PageRequest(null, 10, true);
        var found = shop.in(() -> receipts.answeredWith(shop.owner(), entry, version, page));
        assertThat(found.total()).isEqualTo(found.items().size());
        return found.items().stream().map(Conversation::id).toList();
    }

    @Test
    void theBotIsToldWhatWasAskedBeforeInThisConversation() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.website());
        var first = dialogue.say(visitor, null, "refund of the blue one?");
        var answered = awaitMessage(visitor, first, 2);

        var second = dialogue.say(visitor, null, "and the refund of the red one?");
        awaitMessage(visitor, second, 4);

        assertThat(bot.previously)
                .containsEntry("and the refund of the red one?", "refund of the blue one?")
                .doesNotContainKey("refund of the blue one?");
        assertThat(answered.conversation()).isEqualTo(second.message().conversation());
    }

    @Test
    void aQuestionIsPlayedAgainAsItWasAskedAndByTheSame() {
        var shop = shops.open();
        var website = shop.website();
        var visitor = shop.visitor(website);
        awaitMessage(visitor, dialogue.say(visitor, null, "refund of the blue one?"), 2);
        awaitMessage(visitor, dialogue.say(visitor, null, "thank you"), 4);
        awaitMessage(visitor, dialogue.say(visitor, null, "and the refund of the red one?"), 6);
        shop.run(() ->
                transactions.executeWithoutResult(_ ->
                        shop.with()
                                .jdbc()
                                .sql("update contact set attributes = '{\"level\": \"gold\"}'")
                                .update()));

        var asked = shop.in(() -> customers.last(9));

        assertThat(asked)
                .extracting(Asked::text, Asked::previous)
                .contains(
                        tuple("and the refund of the red one?", "refund of the blue one?"),
                        tuple("refund of the blue one?", null));
        assertThat(asked)
                .extracting(Asked::asker)
                .containsOnly(new Asker(website, Map.of("level", "gold")));
        assertThat(shops.open().in(() -> customers.last(9))).isEmpty();
    }

    @Test
    void whoeverAsksForAPersonIsHandedOverAndNotAnswered() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.website());

        var question = dialogue.say(visitor, null, "I would like to talk to a person.");
        var reply = awaitMessage(visitor, question, 2);

        assertThat(reply.text()).isEqualTo("A person will be with you.");
        assertThat(dialogue.see(visitor, reply.conversation()).state())
                .isEqualTo(ConversationState.QUEUED);
        assertThat(handovers(shop.owner(), reply.conversation()))
                .extracting(Handover::reason)
                .containsExactly(HandoverReason.ASKED_FOR);
    }

    @Test
    void theBotOffersChoicesWhereItIsNotSure() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.website());

        var question = dialogue.say(visitor, null, "something with my order");
        var reply = awaitMessage(visitor, question, 2);

        assertThat(reply.text()).isEqualTo("Did you mean one of these?");
        assertThat(reply.source()).isNull();
        assertThat(reply.choices())
                .containsExactly(
                        new AnswerCandidate(ScriptedBot.TRACK, 1, "Where is my parcel?", 0.5),
                        new AnswerCandidate(ScriptedBot.REFUND, 3, "How long is a refund?", 0.4));
    }

    @Test
    void aQuestionThatTwoEntriesHaveIsOfferedOnce() {
        var candidates =
                List.of(
                        new AnswerCandidate(ScriptedBot.TRACK, 1, "Where is my parcel?", 0.5),
                        new AnswerCandidate(ScriptedBot.REFUND, 3, "Where is my parcel?", 0.4));
        var turn = new BotTurn(BotTurn.Decision.CLARIFY, 0.5, candidates, null);

        assertThat(new Bot.Reply(turn, null, null).choices())
                .containsExactly(candidates.getFirst());
    }

    @Test
    void theBotHandsOverWhatItDoesNotKnow() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.website());

        var first = dialogue.say(visitor, null, "when is my refund?");
        var id = awaitMessage(visitor, first, 2).conversation();
        var second = dialogue.say(visitor, null, "what is the capital of France?");
        var reply = awaitMessage(visitor, second, 4);

        assertThat(reply.text())
                .isEqualTo("I did not find an answer to that. A person will be with you.");
        var seen = dialogue.see(visitor, id);
        assertThat(seen.state()).isEqualTo(ConversationState.QUEUED);
        assertThat(seen.skillGroup()).isEqualTo(shop.general());
        assertThat(handovers(shop.owner(), id))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.reason()).isEqualTo(HandoverReason.NO_ANSWER);
                    assertThat(it.question()).isEqualTo("what is the capital of France?");
                    assertThat(it.triedAnswers())
                            .containsExactly(
                                    new AnswerCandidate(
                                            ScriptedBot.REFUND, 3, "How long is a refund?", 0.9));
                });
        assertThat(handovers(visitor, id)).isEmpty();
        assertThat(facts.of(id)).endsWith("bot.turned", "message.stored", "conversation.queued");
    }

    @Test
    void theBotSpeaksTheContactsLanguage() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.website(), "zh-CN");

        var question = dialogue.say(visitor, null, "今天天气怎么样");

        assertThat(awaitMessage(visitor, question, 2).text()).contains("正在为您转接人工客服");
        assertThat(BotPhrases.in("zh-TW")).isEqualTo(BotPhrases.TRADITIONAL);
        assertThat(BotPhrases.in("zh-Hant-HK")).isEqualTo(BotPhrases.TRADITIONAL);
        assertThat(BotPhrases.in("fr")).isEqualTo(BotPhrases.ENGLISH);
        assertThat(BotPhrases.in("en", "今天天气怎么样")).isEqualTo(BotPhrases.SIMPLIFIED);
        assertThat(BotPhrases.in("zh-TW", "今天天气怎么样")).isEqualTo(BotPhrases.TRADITIONAL);
        assertThat(BotPhrases.in("en", "my refund?")).isEqualTo(BotPhrases.ENGLISH);
        assertThat(BotPhrases.in("ja", "返品はできますか")).isEqualTo(BotPhrases.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"explode", "unsayable"})
    void aBotThatIsAwayOrSaysWhatCannotBeStoredHandsOver(String asked) {
        var shop = shops.open();
        var visitor = shop.visitor(shop.website());

        var question = dialogue.say(visitor, null, asked);
        var reply = awaitMessage(visitor, question, 2);

        assertThat(reply.text()).startsWith("I cannot answer right now.");
        assertThat(handovers(shop.owner(), reply.conversation()))
                .extracting(Handover::reason)
                .containsExactly(HandoverReason.BOT_UNAVAILABLE);
    }

    @ParameterizedTest
    @CsvSource({"explode, BOT_UNAVAILABLE", "a person please, ASKED_FOR"})
    void whatATurnWithoutAnAnswerBreaksOffStaysKnown(String asked, HandoverReason reason) {
        var shop = shops.open();
        var visitor = shop.visitor(shop.website());
        awaitMessage(visitor, dialogue.say(visitor, null, "I want to return it"), 2);

        var reply = awaitMessage(visitor, dialogue.say(visitor, null, asked), 4);

        assertThat(handovers(shop.owner(), reply.conversation()))
                .extracting(Handover::reason, Handover::question, Handover::told)
                .containsExactly(tuple(reason, asked, List.of(ScriptedBot.BOUGHT)));
        var grounds = shop.in(() -> receipts.of(shop.owner(), List.of(reply)).get(reply)).grounds();
        assertThat(grounds.intent()).extracting(RecognisedIntent::name).isEqualTo("return");
        assertThat(grounds.flow())
                .isEqualTo(new FlowRun(2, 0, 0, List.of(ScriptedBot.BOUGHT), Map.of(), false));
        assertThat(shop.in(() -> receipts.last(10))).isEmpty();
    }

    @Test
    void withoutABotItIsQueuedAtOnce() {
        var shop = shops.open();
        var group = shop.group();
        var visitor = shop.visitor(shop.channel(group, false));

        var received = dialogue.say(visitor, null, "when is my refund?");

        var id = received.message().conversation();
        assertThat(received.conversation())
                .satisfies(it -> {
                    assertThat(it.state()).isEqualTo(ConversationState.QUEUED);
                    assertThat(it.skillGroup()).isEqualTo(group);
                });
        assertThat(handovers(shop.owner(), id))
                .extracting(Handover::reason, Handover::question)
                .containsExactly(tuple(HandoverReason.NO_BOT, "when is my refund?"));
        assertThat(facts.of(id))
                .containsExactly("conversation.started", "message.stored", "conversation.queued");
    }

    @Test
    void aLateAnswerIsDropped() throws Exception {
        var shop = shops.open();
        var visitor = shop.visitor(shop.website());
        var text = "late refund " + shop.tenant();
        var release = bot.hold(text);
        var id = askUnheard(visitor, text);

        var turn = new FutureTask<>(() -> shop.run(() -> turns.goOn(id)), true);
        Thread.startVirtualThread(turn);
        await().until(() -> bot.asked.contains(text));
        dialogue.askForPerson(visitor, id);
        release.countDown();

        assertThat(turn.get()).isTrue();
        assertThat(dialogue.read(visitor, id)).extracting(Message::seq).containsExactly(1);
        assertThat(facts.of(id))
                .containsExactly("conversation.started", "message.stored", "conversation.queued");
    }

    @Test
    void twoNodesAnswerAQuestionOnce() throws Exception {
        var shop = shops.open();
        var visitor = shop.visitor(shop.website());
        var text = "twice refund " + shop.tenant();
        var release = bot.hold(text);
        var id = askUnheard(visitor, text);

        var one = new FutureTask<>(() -> shop.run(() -> turns.goOn(id)), true);
        var other = new FutureTask<>(() -> shop.run(() -> turns.goOn(id)), true);
        Thread.startVirtualThread(one);
        Thread.startVirtualThread(other);
        await().until(() -> bot.asked.stream().filter(text::equals).count() == 2);
        release.countDown();
        assertThat(one.get() && other.get()).isTrue();

        assertThat(dialogue.read(visitor, id)).hasSize(2);
    }

    @Test
    void whoWaitsForSomebodyOutsideHoldsUpNoOtherCompany() {
        var slow = shops.open();
        bot.outside.add(slow.tenant());
        var channel = slow.website();
        var text = "slow refund " + slow.tenant();
        var release = bot.hold(text);
        var waiting = settings.botTurnsAtOnce() + 1;
        for (var i = 0; i < waiting; i++) {
            dialogue.say(slow.visitor(channel), null, text);
        }
        await().until(() -> bot.asked.stream().filter(text::equals).count() == waiting);

        var other = shops.open();
        var visitor = other.visitor(other.website());
        var answer = awaitMessage(visitor, dialogue.say(visitor, null, "a refund?"), 2);

        assertThat(answer.text()).isEqualTo(ScriptedBot.ANSWER);
        assertThat(release.getCount()).isEqualTo(1);
        release.countDown();
    }

    @Test
    void quickQuestionsAreAnsweredInOrder() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.website());
        var text = "first refund " + shop.tenant();
        var release = bot.hold(text);

        var id = dialogue.say(visitor, null, text).message().conversation();
        dialogue.say(visitor, null, "my order");
        var third = dialogue.say(visitor, null, "refund again");
        release.countDown();
        awaitMessage(visitor, third, 6);

        assertThat(dialogue.read(visitor, id).stream().map(Message::sender))
                .containsExactly(
                        Sender.CONTACT,
                        Sender.CONTACT,
                        Sender.CONTACT,
                        Sender.BOT,
                        Sender.BOT,
                        Sender.BOT);
        assertThat(dialogue.read(visitor, id).get(4).choices()).hasSize(2);
    }

    @Test
    void aTurnLostWithTheProcessIsMadeUp() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.website());
        var id = askUnheard(visitor, "when is my refund?");

        clock.later(settings.botMakeUp().minusSeconds(1), forgotten::makeUpTurns);
        assertThat(dialogue.read(visitor, id)).hasSize(1);
        clock.later(settings.botMakeUp().plusSeconds(1), forgotten::makeUpTurns);

        await().until(() -> dialogue.read(visitor, id).size() == 2);
        assertThat(dialogue.read(visitor, id).get(1).text()).isEqualTo(ScriptedBot.ANSWER);
    }

    @Test
    void lostTurnsOfACompanyAreNotMadeUpBehindAllOfAnother() {
        var busy = shops.open();
        for (var i = 0; i < 21; i++) {
            askUnheard(busy.visitor(busy.website()), "when is my refund?");
        }
        var quiet = shops.open();
        var visitor = quiet.visitor(quiet.website());
        var id = askUnheard(visitor, "when is my refund?");

        clock.later(settings.botMakeUp().plusSeconds(1), () -> forgotten.makeUpTurns(20));

        await().until(() -> dialogue.read(visitor, id).size() == 2);
    }

    /** Stores a contact's first message as a process does that dies right after the commit. */
    private ConversationId askUnheard(Caller.Visitor visitor, String text) {
        return CurrentTenant.call(
                visitor.tenant(),
                () ->
                        transactions.execute(_ -> {
                            var held = ledger.open(visitor).orElseThrow();
                            held.start();
                            held.say(Line.by(visitor, "one", text, false));
                            ledger.write(held);
                            return held.id();
                        }));
    }

    private Message awaitMessage(Caller caller, Conversations.Received after, int seq) {
        var id = after.message().conversation();
        await().until(() -> dialogue.read(caller, id).size() >= seq);
        return dialogue.read(caller, id).get(seq - 1);
    }

    private List<Handover> handovers(Caller caller, ConversationId id) {
        return CurrentTenant.call(
                caller.tenant(),
                () -> handovers.of(caller, List.of(id)).getOrDefault(id, List.of()));
    }
}
