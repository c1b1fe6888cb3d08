package io.wenda.conversation.serving;

import io.wenda.conversation.Conversation;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationOutcome;
import io.wenda.conversation.HandoverReason;
import io.wenda.conversation.Message;
import io.wenda.conversation.TransferTarget;
import io.wenda.conversation.ledger.Held;
import io.wenda.conversation.ledger.Ledger;
import io.wenda.conversation.ledger.Line;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do to a conversation. What the caller may not reach is NotFound, like unknown. */
@Component
public class Conversations {
    private static final int LONGEST_CLIENT_ID = 64;
    private static final int LONGEST_TEXT = 8000;

    /**
     * A message as its sender gives it.
     *
     * @param conversation left out by a visitor: her open one on the channel, or a new one
     * @param clientMessageId the sender's own id, 1 to 64 characters
     * @param internal a note between members
     */
    public record Incoming(
            @Nullable ConversationId conversation,
            String clientMessageId,
            String text,
            boolean internal) {

        /** What its sender says by it. */
        Line by(Caller caller) {
            return Line.by(caller, clientMessageId, text, internal);
        }
    }

    /**
     * A stored message and the conversation that it reached, as it is now.
     *
     * @param conversation absent where a repeat's sender may no longer see it
     */
    public record Received(Message message, @Nullable Conversation conversation) {}

    /** How a conversation ends; without an outcome it goes to WRAP_UP. */
    public record Closing(
            @Nullable ConversationOutcome outcome,
            @Nullable String disposition,
            @Nullable String summary) {}

    private final Receiving receiving;
    private final Ledger ledger;
    private final Handing handing;
    private final Transferring transferring;
    private final Ending ending;
    private final Absence absence;

    Conversations(
            Receiving receiving,
            Ledger ledger,
            Handing handing,
            Transferring transferring,
            Ending ending,
            Absence absence) {
        this.receiving = receiving;
        this.ledger = ledger;
        this.handing = handing;
        this.transferring = transferring;
        this.ending = ending;
        this.absence = absence;
    }

    /**
     * Stores a message; returns after its commit, unless the caller has a transaction of its own. A
     * repeat answers the first one; the same id with another text is a Conflict.
     */
    public Received receive(Caller caller, Incoming message) {
        var checked =
                new Incoming(
                        message.conversation(),
                        Text.line(message.clientMessageId(), LONGEST_CLIENT_ID, "clientMessageId"),
                        Text.text(message.text(), LONGEST_TEXT, "text"),
                        message.internal());
        return receiving.receive(caller, checked);
    }

    /** Asks for a person. Where it is QUEUED or ACTIVE already: as it is. */
    @Transactional
    public Conversation requestAgent(Caller caller, ConversationId id) {
        var held = ledger.hold(caller, id).orElseThrow(NotThere::refusal);
        if (!Authority.mayAskForPerson(caller)) {
            throw new Refusal.Forbidden("analysts only read conversations");
        }
        switch (held.state()) {
            case BOT -> {
                absence.words(held).ifPresent(words -> held.say(Line.answer(words, null)));
                handing.over(held, HandoverReason.ASKED_FOR);
            }
            case WRAP_UP -> handing.back(held);
            case QUEUED, ACTIVE -> {}
            case CLOSED ->
                    throw Refusal.Conflict.notAllowedNow(
                            "the conversation is closed: a message starts a new one",
                            "conversationId");
        }
        return written(held);
    }

    /**
     * Passes a conversation on, with a note that becomes an internal message: to another agent, who
     * must be online with room in her group, or to the queue of a group.
     */
    @Transactional
    public Conversation transfer(
            Caller caller, ConversationId id, TransferTarget to, @Nullable String note) {
        var held = heldByRight(caller, id);
        transferring.transfer(caller, held, to, note);
        return written(held);
    }

    /** Closes a conversation, or begins its wrap-up. */
    @Transactional
    public Conversation close(Caller caller, ConversationId id, Closing closing) {
        var held = heldByRight(caller, id);
        ending.close(held, closing);
        return written(held);
    }

    /** The visitor's rating of her closed conversation, once, within the rating window. */
    @Transactional
    public Conversation rate(
            Caller caller, ConversationId id, int score, @Nullable String comment) {
        if (!(caller instanceof Caller.Visitor)) {
            throw new Refusal.Forbidden("only the contact rates her conversation");
        }
        var held = ledger.hold(caller, id).orElseThrow(NotThere::refusal);
        ending.rate(held, score, comment);
        return written(held);
    }

    private Held heldByRight(Caller caller, ConversationId id) {
        return ledger.hold(caller, id)
                .filter(held -> Authority.mayAct(caller, held.assignee()))
                .orElseThrow(NotThere::refusal);
    }

    private Conversation written(Held held) {
        ledger.write(held);
        return held.now();
    }
}
