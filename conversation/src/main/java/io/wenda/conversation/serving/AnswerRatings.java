package io.wenda.conversation.serving;

import io.wenda.conversation.AnswerSource;
import io.wenda.conversation.ConversationSettings;
import io.wenda.conversation.Message;
import io.wenda.conversation.MessageId;
import io.wenda.conversation.ledger.Held;
import io.wenda.conversation.ledger.Ledger;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What contacts say about the bot's answers: the only way to the bot outcome CONFIRMED. */
@Component
public class AnswerRatings {
    private final Transcripts transcripts;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final ConversationSettings settings;

    AnswerRatings(
            Transcripts transcripts,
            Ledger ledger,
            JdbcClient jdbc,
            ConversationSettings settings) {
        this.transcripts = transcripts;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Whether this answer helped; once, until the rating window after the close is over. */
    @Transactional
    public Message rate(Caller caller, MessageId id, boolean helpful) {
        if (!(caller instanceof Caller.Visitor)) {
            throw new Refusal.Forbidden("only the contact says whether an answer helped");
        }
        var message = seen(caller, id);
        var source = answer(message);
        var held = ledger.hold(caller, message.conversation()).orElseThrow(NotThere::refusal);
        requireInTime(held);
        store(message, helpful);
        held.rateAnswer(message.seq(), source, helpful);
        ledger.write(held);
        return seen(caller, id);
    }

    private Message seen(Caller caller, MessageId id) {
        return Optional.ofNullable(transcripts.byIds(caller, List.of(id)).get(id))
                .orElseThrow(() -> new Refusal.NotFound("message", "messageId"));
    }

    private static AnswerSource answer(Message message) {
        return Optional.ofNullable(message.source())
                .orElseThrow(() ->
                        new Refusal.Invalid("only answers of the bot are rated", "messageId"));
    }

    private void requireInTime(Held held) {
        var closed = held.closedAt();
        if (closed != null && held.at().isAfter(closed.plus(settings.ratingWindow()))) {
            throw Refusal.Conflict.notAllowedNow(
                    "the conversation was closed too long ago", "messageId");
        }
    }

    /** The conversation is held, so nobody else does this meanwhile. */
    private void store(Message message, boolean helpful) {
        var stored =
                jdbc.sql(
                                """
                                update message set helpful = :helpful
                                where conversation_id = :conversation and seq = :seq
                                  and helpful is null
                                """)
                        .param("helpful", helpful)
                        .param("conversation", message.conversation().value())
                        .param("seq", message.seq())
                        .update();
        if (stored == 0) {
            throw new Refusal.Conflict("the answer is rated already", "messageId");
        }
    }
}
