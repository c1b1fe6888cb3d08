package io.wenda.conversation.serving;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationSettings;
import io.wenda.conversation.ledger.Times;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.SystemDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which conversations nobody goes on with: one condition, asked by the system and once more. */
@Component
class DueClosings {
    private static final String DUE =
            """
            from conversation c
              left join visitor_presence p
                on p.tenant_id = c.tenant_id and p.conversation_id = c.id
            where (c.state = 'BOT' and c.last_message_at < :bot_idle
                  and c.bot_seq >= c.last_contact_seq
                or c.state = 'QUEUED'
                  and greatest(c.state_since, c.last_message_at, p.seen_at, :awake_since)
                    < :queue_abandoned
                or c.state = 'WRAP_UP' and c.state_since < :wrapped_up)
            """;

    /** One, and whose it is. */
    record Due(TenantId tenant, ConversationId conversation) {}

    private final SystemDatabase system;
    private final JdbcClient jdbc;
    private final ConversationSettings settings;
    private final Clock clock;

    DueClosings(
            SystemDatabase system, JdbcClient jdbc, ConversationSettings settings, Clock clock) {
        this.system = system;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The longest due ones of all companies.
     *
     * @param awakeSince before which nobody's absence could be noted
     */
    List<Due> oldest(int limit, Instant awakeSince) {
        return system.jdbc()
                .sql("select c.tenant_id, c.id " + DUE + " order by c.state_since limit :limit")
                .params(limits(awakeSince))
                .param("limit", limit)
                .query((row, _) ->
                        new Due(
                                new TenantId(row.getObject(1, UUID.class)),
                                new ConversationId(row.getObject(2, UUID.class))))
                .list();
    }

    /** Whether it is due still, in the current company's transaction. */
    boolean still(ConversationId id, Instant awakeSince) {
        return jdbc.sql("select exists (select " + DUE + " and c.id = :id)")
                .params(limits(awakeSince))
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    private Map<String, OffsetDateTime> limits(Instant awakeSince) {
        var now = Times.now(clock);
        return Map.of(
                "awake_since", Times.parameter(awakeSince),
                "bot_idle", Times.parameter(now.minus(settings.botIdle())),
                "queue_abandoned", Times.parameter(now.minus(settings.queueAbandon())),
                "wrapped_up", Times.parameter(now.minus(settings.wrapUp())));
    }
}
