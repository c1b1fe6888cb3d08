package io.wenda.conversation.serving;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.HandoverReason;
import io.wenda.conversation.ledger.BotTurn;
import io.wenda.tenant.engine.EngineAway;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The bot's turns in one conversation, message by message. It thinks outside of transactions. */
@Component
class BotDialogue {
    private static final Logger LOG = LoggerFactory.getLogger(BotDialogue.class);

    private static final Meter.MeterProvider<Timer> DECISION =
            Timer.builder("wenda.bot.decision")
                    .description("how long the bot thinks about a question, and what it decides")
                    .publishPercentileHistogram()
                    .withRegistry(Metrics.globalRegistry);

    private final Bot bot;
    private final OwnBot own;
    private final BotQuestions questions;
    private final BotReplies replies;

    BotDialogue(Bot bot, OwnBot own, BotQuestions questions, BotReplies replies) {
        this.bot = bot;
        this.own = own;
        this.questions = questions;
        this.replies = replies;
        for (var decision : BotTurn.Decision.values()) { // so that each is there from the start
            DECISION.withTag("decision", decision.name());
        }
    }

    /** Answers what is not answered yet; true where somebody outside is to be asked next. */
    boolean goOn(ConversationId id) {
        var next = questions.next(id);
        while (next.isPresent() && !next.get().ways().outside()) {
            answer(next.get(), bot::ask);
            next = questions.next(id);
        }
        return next.isPresent();
    }

    /** The same, with the company's own bot or its language model, which may take their time. */
    void goOnOutside(ConversationId id) {
        var next = questions.next(id);
        while (next.isPresent()) {
            answer(next.get(), next.get().isForOwnBot() ? own::ask : bot::ask);
            next = questions.next(id);
        }
    }

    private void answer(Question question, Function<Question, Bot.Reply> asked) {
        if (PersonWanted.by(question.text())) {
            replies.say(question, nothing(question), HandoverReason.ASKED_FOR);
            return;
        }
        Bot.Reply reply;
        var start = Timer.start();
        try {
            reply = asked.apply(question);
            start.stop(DECISION.withTag("decision", reply.turn().decision().name()));
        } catch (RuntimeException e) {
            start.stop(DECISION.withTag("decision", "UNAVAILABLE"));
            LOG.warn("the bot is away: {} goes to people", question.place().conversation(), e);
            replies.say(question, nothing(question), HandoverReason.BOT_UNAVAILABLE);
            return;
        }
        say(
                question,
                reply,
                reply.group() == null ? HandoverReason.NO_ANSWER : HandoverReason.INTENT);
    }

    /** What can never be stored would be thought of again for ever: a person goes on. */
    private void say(Question question, Bot.Reply reply, HandoverReason reason) {
        try {
            replies.say(question, reply, reason);
        } catch (RuntimeException e) {
            if (EngineAway.causes(e)) {
                throw e;
            }
            LOG.error(
                    "{} goes to people: what the bot says cannot be stored, {}",
                    question.place().conversation(),
                    e.getClass());
            replies.say(question, nothing(question), HandoverReason.BOT_UNAVAILABLE);
        }
    }

    /** A flow that she was in ends by it, but stays known. */
    private static Bot.Reply nothing(Question question) {
        var flow = question.flow();
        var grounds = flow == null ? null : flow.brokenOff();
        return new Bot.Reply(
                new BotTurn(BotTurn.Decision.HANDOVER, 0, List.of(), grounds), null, null);
    }
}
