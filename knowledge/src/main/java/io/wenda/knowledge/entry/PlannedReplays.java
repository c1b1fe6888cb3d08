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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins the replay of what is planned for one hour shortly before it, all of it together: however
 * far ahead it was planned, what the gate asks for is there at its hour.
 */
@Component
class PlannedReplays {
    private static final Logger LOG = LoggerFactory.getLogger(PlannedReplays.class);
    private static final int MOST = 200;

    private static final String COMPANIES =
            """
            select distinct tenant_id from knowledge_version
            where state = 'APPROVED' and publish_next > :now and publish_next <= :soon
            """;

    /** What has not failed yet; of the next hour only, since what goes out then comes between. */
    private static final String NEXT =
            """
            select entry_id, number, publish_at, publish_by from knowledge_version
            where state = 'APPROVED' and publish_next = publish_at and publish_at = (
              select min(publish_at) from knowledge_version
              where state = 'APPROVED' and publish_next = publish_at
                and publish_next > :now and publish_next <= :soon)
            order by entry_id limit :most
            """;

    private record Planned(Change step, Instant at, String by) {}

    private final JdbcClient jdbc;
    private final SystemDatabase system;
    private final Gate gate;
    private final Trials trials;
    private final Turns turns;
    private final TransactionTemplate transactions;
    private final Clock clock;

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
        var companies =
                within(system.jdbc().sql(COMPANIES), ahead)
                        .query((row, _) -> new TenantId(row.getObject(1, UUID.class)))
                        .list();
        companies.forEach(it -> CurrentTenant.run(it, () -> tryToBegin(ahead)));
    }

    private void tryToBegin(Duration ahead) {
        try {
            // most have none, and all of them plan for the full hour
            if (gate.isOn()) {
                transactions.executeWithoutResult(_ -> {
                    turns.take("planned replay");
                    beginNext(ahead);
                });
            }
        } catch (Refusal e) {
            LOG.info("What is planned is not replayed yet: {}", e.toString());
        } catch (RuntimeException e) {
            if (EngineAway.causes(e)) {
                throw e;
            }
            // it alone: other companies' plans keep their hour
            LOG.error("What {} planned is not replayed", CurrentTenant.get(), e);
        }
    }

    private void beginNext(Duration ahead) {
        var planned =
                within(jdbc.sql(NEXT), ahead)
                        .param("most", MOST)
                        .query((row, _) -> planned(row))
                        .list();
        var steps = planned.stream().map(Planned::step).toList();
        if (!steps.isEmpty() && !gate.isPlayed(steps, planned.getFirst().at())) {
            var by = Caller.named(CurrentTenant.get(), planned.getFirst().by());
            trials.startReplay(by, steps);
        }
    }

    private JdbcClient.StatementSpec within(JdbcClient.StatementSpec query, Duration ahead) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return query.param("now", now).param("soon", now.plus(ahead));
    }

    private static Planned planned(ResultSet row) throws SQLException {
        return new Planned(
                new Change(new EntryId(row.getObject(1, UUID.class)), row.getInt(2)),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4));
    }
}
