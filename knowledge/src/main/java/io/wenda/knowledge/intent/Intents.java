package io.wenda.knowledge.intent;

import io.wenda.knowledge.flow.FlowRules;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.company.Audit;
import io.wenda.tenant.isolation.CurrentTenant;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes the current company's intents; every version of each is kept. */
@Component
public class Intents {
    private static final int MOST = 50;
    private static final int MOST_EXAMPLES = 1_000;
    private static final double LEAST_THRESHOLD = 0.1;

    private final JdbcClient jdbc;
    private final IntentReader reader;
    private final FlowRules flows;
    private final JsonMapper json;
    private final Written written;

    Intents(
            JdbcClient jdbc,
            IntentReader reader,
            FlowRules flows,
            JsonMapper json,
            Written written) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.flows = flows;
        this.json = json;
        this.written = written;
    }

    /** Tells that something was written. */
    @Component
    record Written(Audit audit, ApplicationEventPublisher events, Clock clock) {
        Timestamp now() {
            return Timestamp.from(clock.instant());
        }

        void tell(Caller caller, String act, String what, Map<String, ?> detail) {
            audit.record(caller, act, what, detail);
            events.publishEvent(new IntentsChanged(CurrentTenant.get()));
        }
    }

    /** A new one. */
    @Transactional
    public Intent create(Caller caller, IntentWanted wanted) {
        var intent = wanted.checked(flows);
        next(caller);
        if (reader.named(intent.name()).isPresent()) {
            throw new Refusal.Conflict("there is one of this name: take another", "name");
        }
        return write(caller, intent, 1);
    }

    /** A new version of one, written by who read the version before. */
    @Transactional
    public Intent update(Caller caller, IntentWanted wanted, int read) {
        var intent = wanted.checked(flows);
        next(caller);
        var known =
                reader.named(intent.name())
                        .orElseThrow(() -> new Refusal.NotFound("intent", "name"));
        if (known.version() != read) {
            throw new Refusal.Conflict(
                    "it is at version %d: read it again and repeat your change"
                            .formatted(known.version()),
                    "version");
        }
        return write(caller, intent, read + 1);
    }

    /** From which probability on one is meant. */
    @Transactional
    public void setThreshold(Caller caller, double threshold) {
        if (!(threshold >= LEAST_THRESHOLD && threshold <= 1)) {
            throw new Refusal.Invalid("must be 0.1 to 1", "threshold");
        }
        next(caller);
        jdbc.sql("update intent_set set threshold = ?").param(threshold).update();
        written.tell(caller, "knowledge.set-intent-threshold", "", Map.of("threshold", threshold));
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
                          (tenant_id, name, version, enabled, examples, group_id, flow, changed_by,
                           changed_at)
                        values (current_setting('wenda.tenant_id')::uuid, :name, :version, :enabled,
                          :examples, :group, :flow::jsonb, :by, :at)
                        """)
                .param("name", wanted.name())
                .param("version", version)
                .param("enabled", wanted.enabled())
                .param("examples", wanted.examples().toArray(String[]::new))
                .param("group", wanted.group())
                .param("flow", json.writeValueAsString(wanted.flow()))
                .param("by", caller.key())
                .param("at", written.now())
                .update();
        requireRoom();
        written.tell(caller, "knowledge.write-intent", wanted.name(), Map.of("version", version));
        return reader.named(wanted.name()).orElseThrow();
    }

    private void requireRoom() {
        var all = reader.all();
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
}
