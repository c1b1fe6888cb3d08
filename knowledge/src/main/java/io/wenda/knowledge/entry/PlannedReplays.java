package io.wenda.knowledge.entry;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.trial.Change;
import io.wenda.knowledge.trial.Gate;
import io.wenda.knowledge.trial.Trials;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.engine.EngineAway;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.isolation.SystemDatabase;
import io.wenda.tenant.isolation.Turns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins the replay of what is planned for one hour shortly before it, all of it together: however
 * far ahead it was planned, what the gate asks for is there at its hour. Where that was missed, it
 * is begun afterwards.
 */
@Component
class PlannedReplays {
    private static final Logger LOG = LoggerFactory.getLogger(PlannedReplays.class);
    private static final int MOST = 200;

    private static final String COMPANIES =
            """
            select distinct tenant_id from knowledge_version
            where state = 'APPROVED' and publish_next <= :soon
            """;

    private static final String HOURS =
            """
            select distinct publish_at from knowledge_version
            where state = 'APPROVED' and publish_next <= :soon order by publish_at
            """;

    private static final String OF_HOUR =
            """
            select entry_id, number, publish_by from knowledge_version
            where state = 'APPROVED' and publish_next <= :soon and publish_at = :hour
            order by entry_id limit :most
            """;

    private record Planned(Change step, String by) {}

    private final JdbcClient jdbc;
    private final SystemDatabase system;
    private final Gate gate;
    private final Trials trials;
    private final Turns turns;
    private final TransactionTemplate transactions;
    private final Clock clock;

    /** Companies whose plans wait, as has been logged. */
    private final Set<TenantId> told = ConcurrentHashMap.newKeySet();

    PlannedReplays(
            JdbcClient jdbc,
            SystemDatabase system,
            Gate gate,
            Trials trials,
            Turns turns,
            TransactionTemplate transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.system = system;
        this.gate = gate;
        this.trials = trials;
        this.turns = turns;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Begins what is missing, of all companies, for hours that are no further ahead than that. */
    void begin(Duration ahead) {
        var soon = clock.instant().plus(ahead);
        var companies =
                system.jdbc()
                        .sql(COMPANIES)
                        .param("soon", utc(soon))
                        .query((row, _) -> new TenantId(row.getObject(1, UUID.class)))
                        .list();
        told.retainAll(companies);
        companies.forEach(it -> CurrentTenant.run(it, () -> tryToBegin(soon)));
    }

    private void tryToBegin(Instant soon) {
        var tenant = CurrentTenant.get();
        try {
            // most have none, and all of them plan for the full hour
            if (gate.isOn()) {
                transactions.executeWithoutResult(_ -> {
                    turns.take("planned replay");
                    beginNext(soon);
                });
            }
            told.remove(tenant);
        } catch (Refusal e) {
            if (told.add(tenant)) {
                LOG.info("What {} planned is not replayed yet: {}", tenant, e.toString());
            }
        } catch (RuntimeException e) {
            if (EngineAway.causes(e)) {
                throw e;
            }
            // it alone: other companies' plans keep their hour
            LOG.error("What {} planned is not replayed", tenant, e);
        }
    }

    /**
     * What waits since its hour, and of what is ahead the next hour: it comes before the others.
     */
    private void beginNext(Instant soon) {
        for (var hour : hours(soon)) {
            var planned = planned(hour, soon);
            var steps = planned.stream().map(Planned::step).toList();
            if (!steps.isEmpty() && !gate.isPlayed(steps, hour)) {
                trials.startPlanned(
                        Caller.named(CurrentTenant.get(), planned.getFirst().by()), steps);
                return;
            }
            if (hour.isAfter(clock.instant())) {
                return;
            }
        }
    }

    private List<Instant> hours(Instant soon) {
        return jdbc.sql(HOURS)
                .param("soon", utc(soon))
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
    }

    private List<Planned> planned(Instant hour, Instant soon) {
        return jdbc.sql(OF_HOUR)
                .param("soon", utc(soon))
                .param("hour", utc(hour))
                .param("most", MOST)
                .query((row, _) ->
                        new Planned(
                                new Change(
                                        new EntryId(row.getObject(1, UUID.class)), row.getInt(2)),
                                row.getString(3)))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
