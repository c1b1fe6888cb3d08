package io.wenda.conversation.serving;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.HandoverReason;
import io.wenda.conversation.ledger.BotTurn;
import io.wenda.conversation.ledger.Held;
import io.wenda.conversation.ledger.Ledger;
import io.wenda.conversation.ledger.Line;
import io.wenda.conversation.ledger.Times;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The bot's turns in one conversation. It thinks outside of any transaction; what it says is
 * written only if the conversation is still the bot's, and nobody else answered that message.
 */
@Component
class BotDialogue {
    private static final Logger LOG = LoggerFactory.getLogger(BotDialogue.class);

    private final Bot bot;
    private final BotQuestions questions;
    private final Ledger ledger;
    private final Handing handing;
    private final Handovers receipts;
    private final TransactionTemplate transactions;
    private final Clock clock;

    /** A reply that must be written, and why it hands over where it does. */
    private record Turn(Bot.Reply reply, HandoverReason otherwise) {}

    BotDialogue(
            Bot bot,
            BotQuestions questions,
            Ledger ledger,
            Handing handing,
            Handovers receipts,
            TransactionTemplate transactions,
            Clock clock) {
        this.bot = bot;
        this.questions = questions;
        this.ledger = ledger;
        this.handing = handing;
        this.receipts = receipts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Answers what is not answered yet, message by message. */
    void goOn(ConversationId id) {
        var next = next(id);
        while (next.isPresent()) {
            var question = next.get();
            var turn = think(question);
            transactions.executeWithoutResult(_ -> settle(question, turn));
            next = next(id);
        }
    }

    private Optional<BotQuestions.Question> next(ConversationId id) {
        return Objects.requireNonNull(transactions.execute(_ -> questions.next(id)));
    }

    private Turn think(BotQuestions.Question question) {
        try {
            return new Turn(bot.ask(question.text(), question.locale()), HandoverReason.NO_ANSWER);
        } catch (RuntimeException e) {
            LOG.warn("the bot is away: {} goes to people", question.conversation(), e);
            var nothing = new BotTurn(BotTurn.Decision.HANDOVER, 0, List.of());
            return new Turn(new Bot.Reply(nothing, null, null), HandoverReason.BOT_UNAVAILABLE);
        }
    }

    private void settle(BotQuestions.Question question, Turn turn) {
        var held =
                ledger.hold(question.conversation())
                        .filter(it -> it.state() == ConversationState.BOT)
                        .filter(it -> it.ownerVersion() == question.ownerVersion())
                        .filter(it -> it.botSeq() < question.seq());
        if (held.isEmpty()) {
            LOG.debug("a late answer is dropped: {}", question.conversation());
            return;
        }
        write(held.get(), question, turn);
    }

    private void write(Held held, BotQuestions.Question question, Turn turn) {
        var at = Times.now(clock);
        var reply = turn.reply();
        held.turn(question.seq(), reply.turn(), at);
        var said = held.say(line(reply, turn.otherwise(), held.locale()), at);
        if (reply.turn().decision() == BotTurn.Decision.HANDOVER) {
            handing.over(held, turn.otherwise(), at);
        }
        receipts.keep(held.id(), question.seq(), reply.turn(), said.seq(), at);
        ledger.write(held);
    }

    private static Line line(Bot.Reply reply, HandoverReason reason, String locale) {
        var phrases = BotPhrases.in(locale);
        return switch (reply.turn().decision()) {
            case ANSWER -> Line.answer(Objects.requireNonNull(reply.text()), reply.source());
            case CLARIFY ->
                    Line.choice(
                            Objects.requireNonNullElse(reply.text(), phrases.didYouMean()),
                            reply.turn().candidates());
            case HANDOVER -> Line.answer(phrases.handingOver(reason), null);
        };
    }
}
