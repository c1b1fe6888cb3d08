package io.wenda.conversation.receipt;

import static java.util.stream.Collectors.toMap;

import io.wenda.conversation.BotReceipt;
import io.wenda.conversation.Conversation;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.Message;
import io.wenda.conversation.ledger.Columns;
import io.wenda.conversation.ledger.Rows;
import io.wenda.conversation.ledger.Sight;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is kept of the bot's turns, each method only what the caller may see. */
@Component
public class BotReceipts {
    /** Turns {@code t} about a question, not small talk, nor what a flow asked for or was told. */
    static final String ABOUT_A_QUESTION =
            """
            not coalesce(t.grounds -> 'path' @> '["SMALL_TALK"]', false) and (t.grounds ->> 'flow' is null or t.grounds -> 'flow' ->> 'turn' = '1'
              and t.grounds -> 'flow' ->> 'open' = 'false')\
            """;

    private static final UUID LAST = new UUID(-1, -1);

    private static final String TURN =
            """
            select t.conversation_id, t.seq, t.reply_seq, m.text, t.decision, t.confidence,
              t.candidates, t.grounds, t.at
            from bot_turn t
              join message m on m.tenant_id = t.tenant_id
                and m.conversation_id = t.conversation_id and m.seq = t.seq
            """;

    private final JdbcClient jdbc;
    private final Rows rows;

    BotReceipts(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    private record Reply(ConversationId conversation, int seq) {
        static Reply of(Message message) {
            return new Reply(message.conversation(), message.seq());
        }
    }

    /** Of those of the messages that the bot wrote. */
    @Transactional(readOnly = true)
    public Map<Message, BotReceipt> of(Caller caller, Collection<Message> messages) {
        if (caller instanceof Caller.Visitor) {
            return Map.of();
        }
        var sight = Sight.of(caller);
        var byReply =
                messages.stream().collect(toMap(Reply::of, message -> message, (one, _) -> one));
        return jdbc
                .sql(
                        TURN
                                + """
                                  join conversation c on c.tenant_id = t.tenant_id
                                    and c.id = t.conversation_id
                                where t.conversation_id = any(:conversations)
                                  and t.reply_seq = any(:replies) and %s
                                """
                                        .formatted(sight.condition()))
                .param(
                        "conversations",
                        messages.stream()
                                .map(message -> message.conversation().value())
                                .distinct()
                                .toArray(UUID[]::new))
                .param("replies", messages.stream().map(Message::seq).toArray(Integer[]::new))
                .params(sight.parameters())
                .query((row, _) -> receipt(row))
                .list()
                .stream()
                .filter(it -> byReply.containsKey(reply(it)))
                .collect(toMap(it -> Objects.requireNonNull(byReply.get(reply(it))), it -> it));
    }

    private static Reply reply(BotReceipt receipt) {
        return new Reply(receipt.conversation(), receipt.replySeq());
    }

    /** Conversations in which the version was said, or cited in an answer, newest first. */
    @Transactional(readOnly = true)
    public Page<Conversation> answeredWith(
            Caller caller, UUID entry, int version, PageRequest request) {
        var sight = Sight.of(caller);
        var condition =
                """
                c.id in (
                  select t.conversation_id from bot_turn t
                  where t.entry_id = :entry and t.entry_version = :version
                    and t.decision = 'ANSWER'
                  union all
                  select a.conversation_id from answer_citation a
                  where a.entry_id = :entry and a.entry_version = :version) and
                """
                        + sight.condition();
        var found =
                jdbc.sql(
                                "select * from conversation c where c.id < :after and "
                                        + condition
                                        + " order by c.id desc limit :limit")
                        .param("after", Objects.requireNonNullElse(request.after(), LAST))
                        .param("limit", request.limit() + 1)
                        .param("entry", entry)
                        .param("version", version)
                        .params(sight.parameters())
                        .query((row, _) -> Rows.conversation(row))
                        .list();
        return Page.of(
                found,
                request.limit(),
                request.counted() ? count(entry, version, condition, sight) : null);
    }

    private @Nullable Long count(UUID entry, int version, String condition, Sight sight) {
        var counted =
                jdbc.sql(
                                "select count(*) from (select from conversation c where "
                                        + condition
                                        + " limit 10001) c")
                        .param("entry", entry)
                        .param("version", version)
                        .params(sight.parameters())
                        .query(Long.class)
                        .single();
        return counted > Page.COUNTED_UP_TO ? null : counted;
    }

    /**
     * The company's last turns about which there was something to decide, newest conversation
     * first; for statistics that show no names.
     */
    @Transactional(readOnly = true)
    public List<BotReceipt> last(int most) {
        return jdbc.sql(
                        TURN
                                + """
                                where t.grounds is not null and t.grounds ->> 'model' <> 'webhook'
                                  and %s
                                order by t.conversation_id desc, t.seq desc limit :most
                                """
                                        .formatted(ABOUT_A_QUESTION))
                .param("most", most)
                .query((row, _) -> receipt(row))
                .list();
    }

    private BotReceipt receipt(ResultSet result) {
        var row = new Columns(result);
        return new BotReceipt(
                new ConversationId(row.uuid("conversation_id")),
                row.number("seq"),
                row.maybe("reply_seq", Integer.class).orElse(0),
                row.text("text"),
                row.text("decision"),
                row.maybe("confidence", Double.class).orElse(0.0),
                rows.candidates(row.text("candidates")),
                row.maybeText("grounds").map(rows::grounds).orElse(null),
                row.time("at"));
    }
}
