package io.wenda.conversation.receipt;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.wenda.conversation.ConversationEvent;
import io.wenda.conversation.ledger.Columns;
import io.wenda.conversation.serving.PersonWanted;
import io.wenda.knowledge.answering.Decision;
import io.wenda.knowledge.gap.EndedConversations;
import io.wenda.knowledge.gap.Served;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.SystemDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What knowledge learns from conversations in which the bot took part, once they ended. A question
 * that only asks for a person, and one that the bot could not look up, teach nothing.
 */
@Component
class LearnedFrom implements EndedConversations {
    private static final int MOST_REPLIES = 5;

    private static final String TAKE =
            """
            delete from conversation_ended where conversation_id in (
              select conversation_id from conversation_ended
              order by conversation_id limit :most for update skip locked)
            returning conversation_id
            """;

    private static final String TURNS =
            """
            select c.id, c.channel_id, c.locale, c.handled_millis, c.outcome = 'RESOLVED' as resolved,
              t.seq, m.text, t.at, t.decision, t.confidence,
              coalesce(not r.helpful, false) as unhelpful,
              coalesce(h.question_seq, 0) as handed_over_at,
              coalesce(h.reason = 'BOT_UNAVAILABLE', false) as away
            from conversation c
              join bot_turn t on t.tenant_id = c.tenant_id and t.conversation_id = c.id
              join message m on m.tenant_id = c.tenant_id and m.conversation_id = c.id
                and m.seq = t.seq
              left join message r on r.tenant_id = c.tenant_id and r.conversation_id = c.id
                and r.seq = t.reply_seq
              left join lateral (
                select question_seq, reason from handover
                where tenant_id = c.tenant_id and conversation_id = c.id
                order by version limit 1) h on true
            where c.id = any(:ids)
              and %s
            order by c.id, t.seq
            """
                    .formatted(BotReceipts.ABOUT_A_QUESTION);

    private static final String REPLIES =
            """
            select conversation_id, text from (
              select m.conversation_id, m.seq, m.text,
                row_number() over (partition by m.conversation_id order by m.seq) as place
              from message m
              where m.conversation_id = any(:ids) and m.sender = 'AGENT' and not m.internal) m
            where place <= :most order by conversation_id, seq
            """;

    private final JdbcClient jdbc;
    private final SystemDatabase system;

    LearnedFrom(JdbcClient jdbc, SystemDatabase system) {
        this.jdbc = jdbc;
        this.system = system;
    }

    /** In the transaction that closes it. */
    @EventListener
    void on(ConversationEvent.Closed closed) {
        if (closed.botOutcome() != null) {
            jdbc.sql(
                            """
                            insert into conversation_ended (tenant_id, conversation_id)
                            values (current_setting('wenda.tenant_id')::uuid, ?)
                            on conflict do nothing
                            """)
                    .param(closed.conversation().value())
                    .update();
        }
    }

    @Override
    public List<TenantId> companies() {
        return system.jdbc()
                .sql("select distinct tenant_id from conversation_ended")
                .query((row, _) -> new TenantId(row.getObject(1, UUID.class)))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Served> take(int most) {
        var ids = jdbc.sql(TAKE).param("most", most).query(UUID.class).list();
        if (ids.isEmpty()) {
            return List.of();
        }
        var all = ids.toArray(UUID[]::new);
        var replies = replies(all);
        return turns(all).values().stream().map(turns -> served(turns, replies)).toList();
    }

    /** A question that the bot decided about, and what the conversation came to. */
    private record Turn(
            UUID conversation,
            ChannelId channel,
            String locale,
            long handledMillis,
            boolean resolved,
            int seq,
            String question,
            Instant askedAt,
            Decision decision,
            double confidence,
            boolean unhelpful,
            int handedOverAt,
            boolean away) {}

    private Map<UUID, List<Turn>> turns(UUID[] ids) {
        return jdbc.sql(TURNS).param("ids", ids).query((row, _) -> turn(new Columns(row))).stream()
                .collect(groupingBy(Turn::conversation, LinkedHashMap::new, toList()));
    }

    private static Turn turn(Columns row) {
        return new Turn(
                row.uuid("id"),
                new ChannelId(row.uuid("channel_id")),
                row.text("locale"),
                row.maybe("handled_millis", Long.class).orElseThrow(),
                row.flag("resolved"),
                row.number("seq"),
                row.text("text"),
                row.time("at"),
                Decision.valueOf(row.text("decision")),
                row.maybe("confidence", Double.class).orElseThrow(),
                row.flag("unhelpful"),
                row.number("handed_over_at"),
                row.flag("away"));
    }

    private Map<UUID, List<String>> replies(UUID[] ids) {
        return jdbc
                .sql(REPLIES)
                .param("ids", ids)
                .param("most", MOST_REPLIES)
                .query((row, _) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static Served served(List<Turn> all, Map<UUID, List<String>> replies) {
        var first = all.getFirst();
        var questions = all.stream().filter(it -> !PersonWanted.by(it.question())).toList();
        var handedOver =
                questions.stream()
                        .filter(it -> it.seq() <= it.handedOverAt())
                        .reduce((_, later) -> later);
        return new Served(
                first.conversation(),
                first.channel(),
                first.locale(),
                questions.stream()
                        .filter(it -> !(it.away() && handedOver.filter(it::equals).isPresent()))
                        .map(it -> turn(it, handedOver.filter(it::equals).isPresent(), replies))
                        .toList());
    }

    /** The question after which people took over is what the agents' time was spent on. */
    private static Served.Turn turn(
            Turn turn, boolean handedOver, Map<UUID, List<String>> replies) {
        return new Served.Turn(
                turn.seq(),
                turn.question(),
                turn.askedAt(),
                turn.decision(),
                turn.confidence(),
                turn.unhelpful() || handedOver,
                handedOver ? Duration.ofMillis(turn.handledMillis()) : Duration.ZERO,
                handedOver && turn.resolved()
                        ? replies.getOrDefault(turn.conversation(), List.of())
                        : List.of());
    }
}
