package io.wenda.conversation.serving;

import io.wenda.conversation.ConversationState;
import io.wenda.conversation.HandoverReason;
import io.wenda.conversation.ledger.BotTurn;
import io.wenda.conversation.ledger.Held;
import io.wenda.conversation.ledger.Ledger;
import io.wenda.conversation.ledger.Line;
import io.wenda.conversation.ticket.Tickets;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what the bot says, if the conversation is still the bot's and nobody else answered that
 * message; and hands over where it does not know.
 */
@Component
class BotReplies {
    private static final Logger LOG = LoggerFactory.getLogger(BotReplies.class);

    private static final String PARAGRAPH = "\n\n";

    private final Ledger ledger;
    private final Handing handing;
    private final Handovers receipts;
    private final Absence absence;
    private final Tickets tickets;

    BotReplies(
            Ledger ledger, Handing handing, Handovers receipts, Absence absence, Tickets tickets) {
        this.ledger = ledger;
        this.handing = handing;
        this.receipts = receipts;
        this.absence = absence;
        this.tickets = tickets;
    }

    /** Says it, or drops it where it comes too late. */
    @Transactional
    void say(Question question, Bot.Reply reply, HandoverReason otherwise) {
        var place = question.place();
        ledger.hold(place.conversation())
                .filter(it -> it.state() == ConversationState.BOT)
                .filter(it -> it.ownerVersion() == place.ownerVersion())
                .filter(it -> it.botSeq() < place.seq())
                .ifPresentOrElse(
                        held -> write(held, question, reply, otherwise),
                        () -> LOG.debug("a late answer is dropped: {}", place.conversation()));
    }

    private void write(Held held, Question question, Bot.Reply reply, HandoverReason otherwise) {
        var seq = question.place().seq();
        held.turn(seq, reply.turn());
        var phrases = BotPhrases.in(held.locale(), question.text());
        var said = held.say(line(opened(reply, held), otherwise, held, phrases));
        if (reply.turn().decision() == BotTurn.Decision.HANDOVER) {
            handing.over(held, otherwise, reply.group());
        }
        receipts.keep(held, seq, reply.turn(), said);
        ledger.write(held);
    }

    /** Opens the ticket, and tells its number. */
    private Bot.Reply opened(Bot.Reply reply, Held held) {
        var wanted = reply.ticket();
        if (wanted == null) {
            return reply;
        }
        var ticket = tickets.openForBot(held.id(), wanted.subject(), wanted.description());
        var words = FlowPhrases.in(held.locale()).ticketOpened(ticket.number());
        return reply.saying(reply.text() == null ? words : reply.text() + PARAGRAPH + words);
    }

    private Line line(Bot.Reply reply, HandoverReason reason, Held held, BotPhrases phrases) {
        return words(reply, reason, held, phrases).worded(reply.turn().isWorded());
    }

    private Line words(Bot.Reply reply, HandoverReason reason, Held held, BotPhrases phrases) {
        return switch (reply.turn().decision()) {
            case ANSWER -> Line.answer(Objects.requireNonNull(reply.text()), reply.source());
            case CLARIFY ->
                    Line.choice(
                            Objects.requireNonNullElse(reply.text(), phrases.didYouMean()),
                            reply.choices());
            case HANDOVER ->
                    Line.answer(
                            (reply.text() == null ? "" : reply.text() + PARAGRAPH)
                                    + phrases.handingOver(reason, absence.until(held)),
                            null);
        };
    }
}
