package io.wenda.conversation.serving;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.Message;
import io.wenda.conversation.MessageId;
import io.wenda.conversation.ledger.Rows;
import io.wenda.conversation.ledger.Sight;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads messages, of conversations that the caller may see; visitors never see notes. */
@Component
public class Transcripts {

    /**
     * A stretch of a transcript.
     *
     * @param afterSeq only messages after this number
     * @param beforeSeq only messages before this number
     * @param limit 1 to 200
     * @param fromEnd the newest ones of the stretch instead of the oldest; in ascending order still
     */
    public record Stretch(
            @Nullable Integer afterSeq, @Nullable Integer beforeSeq, int limit, boolean fromEnd) {

        /** The oldest ones after a number: what a live stream reads. */
        public static Stretch after(int seq, int limit) {
            return new Stretch(seq, null, limit, false);
        }
    }

    private final JdbcClient jdbc;
    private final Rows rows;

    Transcripts(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * Of each conversation that the caller may see and that has any, in order of seq; {@code more}:
     * beyond the end that was cut.
     */
    @Transactional(readOnly = true)
    public Map<ConversationId, Page<Message>> of(
            Caller caller, Collection<ConversationId> conversations, Stretch stretch) {
        var sight = Sight.of(caller);
        return jdbc
                .sql(
                        """
                        select m.* from conversation c
                          cross join lateral (
                            select * from message m
                            where m.tenant_id = c.tenant_id and m.conversation_id = c.id
                              and m.seq > :after and m.seq < :before and (:notes or not m.internal)
                            order by m.seq %s limit :limit) m
                        where c.id = any(:conversations) and %s
                        order by m.conversation_id, m.seq
                        """
                                .formatted(stretch.fromEnd() ? "desc" : "", sight.condition()))
                .param(
                        "conversations",
                        conversations.stream().map(ConversationId::value).toArray(UUID[]::new))
                .param("after", Objects.requireNonNullElse(stretch.afterSeq(), 0))
                .param("before", Objects.requireNonNullElse(stretch.beforeSeq(), Integer.MAX_VALUE))
                .param("notes", sight.notes())
                .param("limit", stretch.limit() + 1)
                .params(sight.parameters())
                .query((row, _) -> rows.message(row))
                .list()
                .stream()
                .collect(groupingBy(Message::conversation))
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, it -> page(it.getValue(), stretch)));
    }

    private static Page<Message> page(List<Message> messages, Stretch stretch) {
        if (!stretch.fromEnd() || messages.size() <= stretch.limit()) {
            return Page.of(messages, stretch.limit(), null);
        }
        return new Page<>(messages.subList(1, messages.size()), true, null);
    }

    /** Those of these. */
    @Transactional(readOnly = true)
    public Map<MessageId, Message> byIds(Caller caller, Collection<MessageId> ids) {
        var sight = Sight.of(caller);
        return jdbc
                .sql(
                        """
                        select m.* from message m
                          join conversation c on c.tenant_id = m.tenant_id
                            and c.id = m.conversation_id
                        where m.id = any(:ids) and (:notes or not m.internal) and %s
                        """
                                .formatted(sight.condition()))
                .param("ids", ids.stream().map(MessageId::value).toArray(UUID[]::new))
                .param("notes", sight.notes())
                .params(sight.parameters())
                .query((row, _) -> rows.message(row))
                .list()
                .stream()
                .collect(toMap(Message::id, it -> it));
    }
}
