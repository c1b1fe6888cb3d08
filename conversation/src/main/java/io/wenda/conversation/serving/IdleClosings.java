package io.wenda.conversation.serving;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationSettings;
import io.wenda.conversation.ledger.Ledger;
import io.wenda.conversation.ledger.Times;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.isolation.SystemDatabase;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes what nobody goes on with. The system role finds what is due in all companies; each is then
 * closed in its own company, if it is still due with its row held.
 */
@Component
class IdleClosings {
    private static final int BATCH = 500;
    private static final String DUE =
            """
            from conversation c
              left join visitor_presence p
                on p.tenant_id = c.tenant_id and p.conversation_id = c.id
            where (c.state = 'BOT' and c.last_message_at < :bot_idle
                  and c.bot_seq >= c.last_contact_seq
                or c.state = 'QUEUED'
                  and greatest(c.state_since, c.last_message_at, p.seen_at) < :queue_abandoned
                or c.state = 'WRAP_UP' and c.state_since < :wrapped_up)
            """;

    private record Due(TenantId tenant, ConversationId conversation) {}

    private final SystemDatabase system;
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Ending ending;
    private final TransactionTemplate transactions;
    private final ConversationSettings settings;
    private final Clock clock;

    IdleClosings(
            SystemDatabase system,
            JdbcClient jdbc,
            Ledger ledger,
            Ending ending,
            TransactionTemplate transactions,
            ConversationSettings settings,
            Clock clock) {
        this.system = system;
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.ending = ending;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Closes all that is due now. */
    void closeDue() {
        var due = due();
        while (!due.isEmpty()) {
            due.forEach(it -> CurrentTenant.run(it.tenant(), () -> close(it.conversation())));
            due = due.size() < BATCH ? List.of() : due();
        }
    }

    private List<Due> due() {
        return system.jdbc()
                .sql("select c.tenant_id, c.id " + DUE + " order by c.state_since limit :batch")
                .params(limits())
                .param("batch", BATCH)
                .query((row, _) ->
                        new Due(
                                new TenantId(row.getObject(1, UUID.class)),
                                new ConversationId(row.getObject(2, UUID.class))))
                .list();
    }

    private void close(ConversationId id) {
        transactions.executeWithoutResult(_ ->
                ledger.hold(id)
                        .filter(held -> stillDue(id))
                        .ifPresent(held -> {
                            ending.closeIdle(held);
                            ledger.write(held);
                        }));
    }

    private boolean stillDue(ConversationId id) {
        return jdbc.sql("select exists (select " + DUE + " and c.id = :id)")
                .params(limits())
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    private Map<String, OffsetDateTime> limits() {
        var now = Times.now(clock);
        return Map.of(
                "bot_idle", Times.parameter(now.minus(settings.botIdle())),
                "queue_abandoned", Times.parameter(now.minus(settings.queueAbandon())),
                "wrapped_up", Times.parameter(now.minus(settings.wrapUp())));
    }
}
