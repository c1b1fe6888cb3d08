package io.wenda.conversation.serving;

import io.wenda.conversation.Message;
import io.wenda.conversation.ledger.Rows;
import io.wenda.conversation.serving.Conversations.Incoming;
import io.wenda.conversation.serving.Conversations.Received;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what a sender sent before under the same id of hers, wherever it went. */
@Component
class Repeats {
    private final JdbcClient jdbc;
    private final Rows rows;
    private final ConversationQueries queries;

    Repeats(JdbcClient jdbc, Rows rows, ConversationQueries queries) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.queries = queries;
    }

    /** The first message of that id; with other words it is a Conflict. */
    Optional<Received> find(Caller caller, Incoming message) {
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

    /**
     * Those that were stored before. Each is looked up by itself: a join would be planned by the
     * statistics of a table that grows faster than they do, and then reads all that is there. The
     * arrays stand behind a select so that their length does not have each call planned anew.
     */
    Set<Sent.Key> known(Collection<Sent> all) {
        return jdbc.sql(
                        """
                        select s.sender, s.id
                        from unnest((select :senders), (select :ids)) as s (sender, id)
                          cross join lateral (
                            select from message m
                            where m.sender_key = s.sender and m.client_message_id = s.id
                            limit 1)
                        """)
                .param("senders", all.stream().map(it -> it.key().sender()).toArray(String[]::new))
                .param(
                        "ids",
                        all.stream().map(it -> it.key().clientMessageId()).toArray(String[]::new))
                .query((row, _) -> new Sent.Key(row.getString(1), row.getString(2)))
                .set();
    }

    private Received again(Caller caller, Incoming message, Message first) {
        if (!first.text().equals(message.text()) || first.internal() != message.internal()) {
            throw new Refusal.Conflict(
                    "this clientMessageId was used for another message: take a new one",
                    "clientMessageId");
        }
        return new Received(first, queries.byId(caller, first.conversation()).orElse(null));
    }
}
