package io.wenda.knowledge.intent;

import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.company.Audit;
import io.wenda.tenant.isolation.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The current company's intents; every version of each is kept. */
@Component
public class Intents {
    private static final int MOST = 50;
    private static final int MOST_EXAMPLES = 1_000;

    private static final String NEWEST =
            """
            select distinct on (name) name, version, enabled, examples, group_id, changed_by,
              changed_at
            from intent order by name, version desc
            """;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Intents(JdbcClient jdbc, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** All of them at one moment. */
    record Together(int version, String changedBy, List<Intent> intents) {}

    /** The newest version of each, by name. */
    @Transactional(readOnly = true)
    public List<Intent> all() {
        return jdbc.sql(NEWEST).query((row, _) -> intent(row)).list();
    }

    /** What came of learning them, newest first; at most ten. */
    @Transactional(readOnly = true)
    public List<IntentTraining> trainings() {
        return jdbc.sql(
                        """
                        select version, changed_by, made_at, intents, examples, accuracy
                        from intent_training order by version desc limit 10
                        """)
                .query((row, _) ->
                        new IntentTraining(
                                row.getInt(1),
                                row.getString(2),
                                row.getTimestamp(3).toInstant(),
                                row.getInt(4),
                                row.getInt(5),
                                row.getDouble(6)))
                .list();
    }

    /** One by its name. */
    @Transactional(readOnly = true)
    public Optional<Intent> named(String name) {
        return all().stream().filter(it -> it.name().equals(name.strip())).findFirst();
    }

    /** A new one. */
    @Transactional
    public Intent create(Caller caller, IntentWanted wanted) {
        var intent = wanted.checked();
        next(caller);
        if (named(intent.name()).isPresent()) {
            throw new Refusal.Conflict("there is one of this name: take another", "name");
        }
        return write(caller, intent, 1);
    }

    /** A new version of one, written by who read the version before. */
    @Transactional
    public Intent update(Caller caller, IntentWanted wanted, int read) {
        var intent = wanted.checked();
        next(caller);
        var known = named(intent.name()).orElseThrow(() -> new Refusal.NotFound("intent", "name"));
        if (known.version() != read) {
            throw new Refusal.Conflict(
                    "it is at version %d: read it again and repeat your change"
                            .formatted(known.version()),
                    "version");
        }
        return write(caller, intent, read + 1);
    }

    /** The row lock keeps a company's changes one after the other. */
    private void next(Caller caller) {
        jdbc.sql(
                        """
                        insert into intent_set as s (tenant_id, version, changed_by)
                        values (current_setting('wenda.tenant_id')::uuid, 1, :by)
                        on conflict (tenant_id) do update set version = s.version + 1,
                          changed_by = excluded.changed_by
                        """)
                .param("by", caller.key())
                .update();
    }

    private Intent write(Caller caller, IntentWanted wanted, int version) {
        jdbc.sql(
                        """
                        insert into intent
                          (tenant_id, name, version, enabled, examples, group_id, changed_by,
                           changed_at)
                        values (current_setting('wenda.tenant_id')::uuid, :name, :version, :enabled,
                          :examples, :group, :by, :at)
                        """)
                .param("name", wanted.name())
                .param("version", version)
                .param("enabled", wanted.enabled())
                .param("examples", wanted.examples().toArray(String[]::new))
                .param("group", wanted.group())
                .param("by", caller.key())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        var all = all();
        if (all.size() > MOST) {
            throw Refusal.Conflict.notAllowedNow(
                    "there are %d intents, and no room for more".formatted(MOST), "name");
        }
        var examples = all.stream().mapToInt(it -> it.examples().size()).sum();
        if (examples > MOST_EXAMPLES) {
            throw Refusal.Invalid.tooLong(
                    "all intents together have at most %d, would have %d"
                            .formatted(MOST_EXAMPLES, examples),
                    "examples");
        }
        audit.record(caller, "knowledge.write-intent", wanted.name(), Map.of("version", version));
        events.publishEvent(new IntentsChanged(CurrentTenant.get()));
        return named(wanted.name()).orElseThrow();
    }

    /** Version of all of them; 0: there never was one. */
    @Transactional(readOnly = true)
    int version() {
        return jdbc.sql("select version from intent_set").query(Integer.class).optional().orElse(0);
    }

    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    Together together() {
        var set =
                jdbc.sql("select version, changed_by from intent_set")
                        .query((row, _) -> new Together(row.getInt(1), row.getString(2), List.of()))
                        .optional()
                        .orElseGet(() -> new Together(0, "", List.of()));
        return new Together(set.version(), set.changedBy(), all());
    }

    /** Another node may have kept the same. */
    @Transactional
    void keep(IntentTraining training) {
        jdbc.sql(
                        """
                        insert into intent_training
                          (tenant_id, version, changed_by, made_at, intents, examples, accuracy)
                        values (current_setting('wenda.tenant_id')::uuid, :version, :by, :at,
                          :intents, :examples, :accuracy)
                        on conflict do nothing
                        """)
                .param("version", training.version())
                .param("by", training.changedBy())
                .param("at", Timestamp.from(training.madeAt()))
                .param("intents", training.intents())
                .param("examples", training.examples())
                .param("accuracy", training.accuracy())
                .update();
    }

    private static Intent intent(ResultSet row) throws SQLException {
        return new Intent(
                row.getString("name"),
                row.getInt("version"),
                row.getBoolean("enabled"),
                List.of((String[]) row.getArray("examples").getArray()),
                row.getObject("group_id", UUID.class),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }
}
