package io.wenda.conversation.serving;

import io.wenda.conversation.ConversationState;
import io.wenda.conversation.HandoverReason;
import io.wenda.conversation.ledger.Held;
import io.wenda.conversation.ledger.Ledger;
import io.wenda.conversation.serving.Conversations.Incoming;
import io.wenda.conversation.serving.Conversations.Received;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.isolation.CurrentTenant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores one message in a transaction of its own, whatever comes of it. The order of its statements
 * is the point: first the conversation is locked, then, in a new snapshot, a repeat is looked for,
 * under the sender's own id of it, wherever it went; only then is a conversation opened, and the
 * message numbered.
 */
@Component
class Alone {
    private static final int TRIES = 3;

    private final Ledger ledger;
    private final Handing handing;
    private final Repeats repeats;
    private final ApplicationEventPublisher rooms;
    private final TransactionTemplate transactions;

    Alone(
            Ledger ledger,
            Handing handing,
            Repeats repeats,
            ApplicationEventPublisher rooms,
            TransactionTemplate transactions) {
        this.ledger = ledger;
        this.handing = handing;
        this.repeats = repeats;
        this.rooms = rooms;
        this.transactions = transactions;
    }

    Received receive(Caller caller, Incoming message) {
        for (var i = 1; ; i++) {
            try {
                return transactions.execute(_ -> once(caller, message));
            } catch (DuplicateKeyException e) {
                // the same id reached another conversation at this moment: now it will be found
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    private Received once(Caller caller, Incoming message) {
        return switch (caller) {
            case Caller.Visitor visitor -> fromVisitor(visitor, message);
            case Caller.Member member -> fromMember(member, message);
            case Caller.Program _ ->
                    throw new Refusal.Forbidden("a program is no agent: it sends no messages");
        };
    }

    private Received fromVisitor(Caller.Visitor visitor, Incoming message) {
        if (message.internal()) {
            throw new Refusal.Invalid("only members write notes", "internal");
        }
        var id = message.conversation();
        var held = id == null ? ledger.holdOpen(visitor) : ledger.hold(visitor, id);
        var repeat = repeats.find(visitor, message);
        if (repeat.isPresent()) {
            return repeat.get();
        }
        if (id != null && held.isEmpty()) {
            throw new Refusal.NotFound("conversation", "conversationId");
        }
        var open = held.filter(it -> it.state() != ConversationState.CLOSED);
        return store(visitor, message, open.orElseGet(() -> openFor(visitor)));
    }

    /** Her open conversation, or a new one; somebody else's first message may win the race. */
    private Held openFor(Caller.Visitor visitor) {
        for (var i = 0; i < TRIES; i++) {
            var held = ledger.holdOpen(visitor).or(() -> ledger.open(visitor));
            if (held.isPresent()) {
                return held.get();
            }
        }
        throw Refusal.Conflict.notAllowedNow("the channel takes no new conversations");
    }

    private Received fromMember(Caller.Member member, Incoming message) {
        var id = message.conversation();
        if (id == null) {
            throw new Refusal.Invalid("say which conversation", "conversationId");
        }
        var held = ledger.hold(member, id);
        var repeat = repeats.find(member, message);
        if (repeat.isPresent()) {
            return repeat.get();
        }
        var mine =
                held.filter(it -> Authority.mayAct(member, it.assignee()))
                        .orElseThrow(NotThere::refusal);
        if (!Authority.mayWriteNow(mine.state(), message.internal())) {
            throw Refusal.Conflict.notAllowedNow("the conversation is " + mine.state());
        }
        return store(member, message, mine);
    }

    private Received store(Caller caller, Incoming message, Held held) {
        if (held.isNew()) {
            held.start();
        }
        var said = held.say(message.by(caller));
        if (caller instanceof Caller.Visitor) {
            answerable(held);
        }
        ledger.write(held);
        return new Received(said.message(), held.now());
    }

    /** Sees to it that somebody will answer the contact. */
    private void answerable(Held held) {
        switch (held.state()) {
            case BOT -> {
                if (held.bot()) {
                    rooms.publishEvent(new BotAsked(CurrentTenant.get(), held.id()));
                } else {
                    handing.over(held, HandoverReason.NO_BOT);
                }
            }
            case WRAP_UP -> handing.back(held);
            case QUEUED, ACTIVE, CLOSED -> {}
        }
    }
}
