package io.wenda.conversation.receipt;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.wenda.conversation.AnswerUse;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what became of the bot's answers of the last 90 days, from the messages themselves; an
 * answer counts for each version that it cites.
 */
@Component
public class AnswerUses {
    private static final Duration COUNTED = Duration.ofDays(90);

    private static final String USES =
            """
            select m.entry, m.version, count(*) as shown,
              count(*) filter (where m.helpful) as helpful,
              count(*) filter (where not m.helpful) as not_helpful,
              count(*) filter (where exists (
                select from handover h
                where h.tenant_id = m.tenant_id and h.conversation_id = m.conversation_id
                  and h.at >= m.sent_at
                  and not exists (
                    select from message later
                    where later.tenant_id = m.tenant_id
                      and later.conversation_id = m.conversation_id
                      and later.source_entry is not null
                      and later.seq > m.seq and later.sent_at <= h.at))) as handovers,
              max(m.sent_at) as last_used
            from (
              select tenant_id, conversation_id, seq, helpful, sent_at,
                source_entry as entry, source_version as version
              from message
              where source_entry = any(:entries)
              union all
              select said.tenant_id, said.conversation_id, said.seq, said.helpful, said.sent_at,
                cited.entry_id, cited.entry_version
              from answer_citation cited
                join message said on said.tenant_id = cited.tenant_id
                  and said.conversation_id = cited.conversation_id
                  and said.seq = cited.reply_seq
              where cited.entry_id = any(:entries)) m
            where m.sent_at > :since
            group by m.entry, m.version
            """;

    private record Counted(UUID entry, int version, AnswerUse use) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    AnswerUses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By entry and version; what was never given is not in it. */
    @Transactional(readOnly = true)
    public Map<UUID, Map<Integer, AnswerUse>> of(Collection<UUID> entries) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(USES)
                .param("entries", entries.stream().distinct().toArray(UUID[]::new))
                .param("since", clock.instant().minus(COUNTED).atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Counted(
                                row.getObject(1, UUID.class),
                                row.getInt(2),
                                new AnswerUse(
                                        row.getInt(3),
                                        row.getInt(4),
                                        row.getInt(5),
                                        row.getInt(6),
                                        row.getObject(7, OffsetDateTime.class).toInstant())))
                .list()
                .stream()
                .collect(groupingBy(Counted::entry, toMap(Counted::version, Counted::use)));
    }
}
