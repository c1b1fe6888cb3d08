package io.wenda.conversation.serving;

import io.wenda.conversation.ConversationState;
import io.wenda.conversation.HandoverReason;
import io.wenda.conversation.Message;
import io.wenda.conversation.ledger.Held;
import io.wenda.conversation.ledger.Ledger;
import io.wenda.conversation.ledger.Line;
import io.wenda.conversation.ledger.Rows;
import io.wenda.conversation.ledger.Times;
import io.wenda.conversation.serving.Conversations.Incoming;
import io.wenda.conversation.serving.Conversations.Received;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores one message. The order of its statements is the point: first the conversation is locked,
 * then, in a new snapshot, a repeat is looked for, under the sender's own id of it, wherever it
 * went; only then is a conversation opened, and the message numbered.
 */
@Component
class Receiving {
    private static final int TRIES = 3;

    private final Ledger ledger;
    private final Handing handing;
    private final Rows rows;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher rooms;
    private final ConversationQueries queries;
    private final Clock clock;

    Receiving(
            Ledger ledger,
            Handing handing,
            Rows rows,
            JdbcClient jdbc,
            ApplicationEventPublisher rooms,
            ConversationQueries queries,
            Clock clock) {
        this.ledger = ledger;
        this.handing = handing;
        this.rows = rows;
        this.jdbc = jdbc;
        this.rooms = rooms;
        this.queries = queries;
        this.clock = clock;
    }

    /** Within one transaction. */
    Received receive(Caller caller, Incoming message) {
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
        var repeat = repeat(visitor, message);
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
            var held = ledger.holdOpen(visitor).or(() -> ledger.open(visitor, Times.now(clock)));
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
        var repeat = repeat(member, message);
        if (repeat.isPresent()) {
            return repeat.get();
        }
        var mine = held.filter(it -> Authority.mayAct(member, it)).orElseThrow(NotThere::refusal);
        if (!Authority.mayWriteNow(mine, message.internal())) {
            throw Refusal.Conflict.notAllowedNow("the conversation is " + mine.state());
        }
        return store(member, message, mine);
    }

    private Optional<Received> repeat(Caller caller, Incoming message) {
        return jdbc.sql(
                        """
                        select * from message
                        where sender_key = :sender and client_message_id = :id
                        """)
                .param("sender", caller.key())
                .param("id", message.clientMessageId())
                .query((row, _) -> rows.message(row))
                .optional()
                .map(first -> again(caller, message, first));
    }

    private Received again(Caller caller, Incoming message, Message first) {
        if (!first.text().equals(message.text()) || first.internal() != message.internal()) {
            throw new Refusal.Conflict(
                    "this clientMessageId was used for another message: take a new one",
                    "clientMessageId");
        }
        return new Received(first, queries.byId(caller, first.conversation()).orElse(null));
    }

    private Received store(Caller caller, Incoming message, Held held) {
        var at = Times.now(clock);
        if (held.isNew()) {
            held.start(at);
        }
        var said =
                held.say(
                        Line.by(
                                caller,
                                message.clientMessageId(),
                                message.text(),
                                message.internal()),
                        at);
        if (caller instanceof Caller.Visitor) {
            answerable(held, at);
        }
        ledger.write(held);
        return new Received(said.message(), held.now());
    }

    /** Sees to it that somebody will answer the contact. */
    private void answerable(Held held, Instant at) {
        switch (held.state()) {
            case BOT -> {
                if (held.bot()) {
                    rooms.publishEvent(new BotAsked(CurrentTenant.get(), held.id()));
                } else {
                    handing.over(held, HandoverReason.NO_BOT, at);
                }
            }
            case WRAP_UP -> handing.back(held, at);
            case QUEUED, ACTIVE, CLOSED -> {}
        }
    }
}
