package io.wenda.conversation.serving;

import io.wenda.conversation.AnswerCandidate;
import io.wenda.conversation.AnswerGrounds;
import io.wenda.conversation.AnswerSource;
import io.wenda.conversation.FlowRun;
import io.wenda.conversation.RecognisedIntent;
import io.wenda.conversation.ledger.BotTurn;
import io.wenda.knowledge.answering.SmallTalk;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Knows refunds and manners; cites what it is asked to; asks back about orders; asks on and on
 * about returns; fails where told, or says what cannot be stored; thinks as long as a test holds
 * it.
 */
@Component
class ScriptedBot implements Bot {
    static final UUID REFUND = new UUID(7, 1);
    static final UUID TRACK = new UUID(7, 2);
    static final String ANSWER = "A refund reaches your card within five working days.";

    static final AnswerGrounds GROUNDS =
            new AnswerGrounds(
                    new AnswerGrounds.Thresholds(0.6, 0.3), 4, 2, "model", List.of("SYNONYMS"));

    /** What a flow about returns knows from its first turn on. */
    static final FlowRun.SlotValue BOUGHT = new FlowRun.SlotValue("bought", "2026-03-05");

    private final ConcurrentHashMap<String, CountDownLatch> thinking = new ConcurrentHashMap<>();
    final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

    /** Companies whose answers wait for somebody outside. */
    final Set<TenantId> outside = ConcurrentHashMap.newKeySet();

    /** What was asked before each question. */
    final ConcurrentHashMap<String, String> previously = new ConcurrentHashMap<>();

    /** Lets the bot think about this question until the latch is released. */
    CountDownLatch hold(String question) {
        var latch = new CountDownLatch(1);
        thinking.put(question, latch);
        return latch;
    }

    @Override
    public Reply ask(Question about) {
        var question = about.text();
        var previous = about.previous();
        if (previous != null) {
            previously.put(question, previous);
        }
        asked.add(question);
        awaitRelease(question);
        if (question.contains("explode")) {
            throw new IllegalStateException("the bot is away");
        }
        if (SmallTalk.of(question).isPresent()) {
            return new Reply(
                    new BotTurn(BotTurn.Decision.CLARIFY, 0, List.of()), "You are welcome.", null);
        }
        if (question.contains("return") || about.flow() != null) {
            return returns();
        }
        if (question.contains("cite")) {
            return worded(question);
        }
        if (question.contains("refund")) {
            var tried = List.of(new AnswerCandidate(REFUND, 3, "How long is a refund?", 0.9));
            return new Reply(
                    new BotTurn(BotTurn.Decision.ANSWER, 0.9, tried, GROUNDS),
                    ANSWER,
                    new AnswerSource(REFUND, 3, "How long is a refund?"));
        }
        if (question.contains("unsayable")) {
            return new Reply(new BotTurn(BotTurn.Decision.ANSWER, 0.9, List.of()), "\u0000", null);
        }
        if (question.contains("order")) {
            var tried =
                    List.of(
                            new AnswerCandidate(TRACK, 1, "Where is my parcel?", 0.5),
                            new AnswerCandidate(REFUND, 3, "How long is a refund?", 0.4));
            return new Reply(new BotTurn(BotTurn.Decision.CLARIFY, 0.5, tried), null, null);
        }
        return new Reply(new BotTurn(BotTurn.Decision.HANDOVER, 0.1, List.of()), null, null);
    }

    /** A language model's words: about the parcel, citing the refund too where asked for both. */
    private static Reply worded(String question) {
        var refund = new AnswerGrounds.Cited(REFUND, 3);
        var parcel = new AnswerGrounds.Cited(TRACK, 1);
        var cited = question.contains("both") ? List.of(parcel, refund) : List.of(parcel);
        var grounds =
                new AnswerGrounds(
                        GROUNDS.thresholds(),
                        GROUNDS.calibrationVersion(),
                        GROUNDS.wordsVersion(),
                        GROUNDS.model(),
                        List.of("GENERATED"),
                        new AnswerGrounds.Wording("a language model", cited));
        var tried =
                List.of(
                        new AnswerCandidate(REFUND, 3, "How long is a refund?", 0.9),
                        new AnswerCandidate(TRACK, 1, "Where is my parcel?", 0.8));
        return new Reply(
                new BotTurn(BotTurn.Decision.ANSWER, 0.9, tried, grounds),
                "It is on its way.",
                new AnswerSource(TRACK, 1, "Where is my parcel?"));
    }

    private static Reply returns() {
        var run = new FlowRun(1, 0, 0, List.of(BOUGHT), Map.of(), true);
        var grounds = GROUNDS.with(new RecognisedIntent("return", 1, 1, 0.9), run);
        return new Reply(
                new BotTurn(BotTurn.Decision.CLARIFY, 0.9, List.of(), grounds), "Why?", null);
    }

    @Override
    public boolean asksOutside() {
        return outside.contains(CurrentTenant.get());
    }

    private void awaitRelease(String question) {
        var latch = thinking.get(question);
        try {
            if (latch != null && !latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody released " + question);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
