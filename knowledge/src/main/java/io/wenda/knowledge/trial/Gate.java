package io.wenda.knowledge.trial;

import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.company.Audit;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds a change back until a replay speaks for it: of the change as it is, not too old, and with
 * nothing else published or retired since it began.
 */
@Component
public class Gate {
    /** Of what a version is found by; the answer's words change no replay. */
    static final String DIGEST = " md5(row(v.locale, v.question, v.similar_questions)::text)";

    private static final String SPEAKING =
            TrialRows.TRIAL
                    + """
                    where t.kind = 'REPLAY' and t.asked_at > :since
                      and exists (
                        select 1 from trial_change c
                          left join knowledge_version v on v.tenant_id = c.tenant_id
                            and v.entry_id = c.entry_id and v.number = c.version
                        where c.tenant_id = t.tenant_id and c.trial_id = t.id
                          and c.entry_id = :entry and c.version is not distinct from :version::int
                          and c.digest is not distinct from\
                    """
                    + DIGEST
                    + """
                    )
                      and not exists (
                        select 1 from knowledge_move m
                        where m.tenant_id = t.tenant_id and m.at > t.started_at
                          and m.to_state in ('PUBLISHED', 'RETIRED')
                          and not exists (
                            select 1 from trial_change c
                            where c.tenant_id = t.tenant_id and c.trial_id = t.id
                              and c.entry_id = m.entry_id))
                    order by t.id desc limit 1
                    """;

    private final JdbcClient jdbc;
    private final TrialSettings settings;
    private final CustomerQuestions customers;
    private final Audit audit;
    private final Clock clock;

    Gate(
            JdbcClient jdbc,
            TrialSettings settings,
            CustomerQuestions customers,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.customers = customers;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the company asks. */
    @Transactional(readOnly = true)
    public GateRule rule() {
        return jdbc.sql("select worse_limit, customer_questions from replay_gate")
                .query((row, _) -> new GateRule((Integer) row.getObject(1), row.getInt(2)))
                .optional()
                .orElse(GateRule.DEFAULT);
    }

    /** Asks something else, from now on. */
    @Transactional
    public GateRule choose(Caller caller, GateRule rule) {
        jdbc.sql(
                        """
                        insert into replay_gate (tenant_id, worse_limit, customer_questions)
                        values (current_setting('wenda.tenant_id')::uuid, ?, ?)
                        on conflict (tenant_id) do update set worse_limit = excluded.worse_limit,
                          customer_questions = excluded.customer_questions
                        """)
                .param(rule.worseLimit())
                .param(rule.customerQuestions())
                .update();
        var chosen = new LinkedHashMap<String, @Nullable Object>();
        chosen.put("worseLimit", rule.worseLimit());
        chosen.put("customerQuestions", rule.customerQuestions());
        audit.record(
                caller, "knowledge.replay-gate", CurrentTenant.get().value().toString(), chosen);
        return rule;
    }

    /** Whether changes have to pass it one by one: none goes out together with many others. */
    @Transactional(readOnly = true)
    public boolean isOn() {
        return isOn(rule());
    }

    /** What is said to the change; nothing where the company has no such entry. */
    @Transactional(readOnly = true)
    public Optional<Verdict> verdictOn(Change change) {
        var known =
                jdbc.sql("select exists (select 1 from knowledge_entry where id = ?)")
                        .param(change.entry().value())
                        .query(Boolean.class)
                        .single();
        return known ? Optional.of(verdict(change)) : Optional.empty();
    }

    /** What is said to the change. */
    Verdict verdict(Change change) {
        var rule = rule();
        var replay = speaking(change);
        var limit = rule.worseLimit();
        if (limit == null || !isOn(rule)) {
            return new Verdict(GateState.OPEN, replay.orElse(null));
        }
        return replay.map(it -> new Verdict(state(it, limit), it))
                .orElse(new Verdict(GateState.REPLAY_NEEDED, null));
    }

    /** Why the change may not go out; nothing where it may. */
    @Transactional(readOnly = true)
    public Optional<String> heldBack(Change change) {
        var verdict = verdict(change);
        return verdict.state().letsPass() ? Optional.empty() : Optional.of(why(verdict));
    }

    /**
     * Refuses a change that may not go out.
     *
     * @param field of the input that names it
     */
    @Transactional(readOnly = true)
    public void require(Change change, String field) {
        heldBack(change)
                .ifPresent(why -> {
                    throw Refusal.Conflict.notAllowedNow(why, field);
                });
    }

    private static String why(Verdict verdict) {
        var replay = verdict.replay();
        if (replay == null || verdict.state() == GateState.REPLAY_NEEDED) {
            return "the company asks for a replay of it first: begin one with startReplay";
        }
        return replay.state() == TrialState.DONE
                ? "its replay makes %d questions worse and loses %d, more than the company allows: mend it, or have another member override the replay"
                        .formatted(replay.tally().worse(), replay.tally().lost())
                : "its replay is under way: publish it when that is done";
    }

    private static GateState state(Trial replay, int limit) {
        return switch (replay.state()) {
            case WAITING, RUNNING -> GateState.RUNNING;
            case FAILED, STOPPED -> GateState.REPLAY_NEEDED;
            case DONE -> {
                if (replay.harmed() <= limit) {
                    yield GateState.PASSED;
                }
                yield replay.overridden() == null ? GateState.BLOCKED : GateState.OVERRIDDEN;
            }
        };
    }

    private Optional<Trial> speaking(Change change) {
        return jdbc.sql(SPEAKING)
                .param(
                        "since",
                        clock.instant().minus(settings.replayValid()).atOffset(ZoneOffset.UTC))
                .param("entry", change.entry().value())
                .param("version", change.version())
                .query((row, _) -> TrialRows.trial(row))
                .optional();
    }

    /** A limit, and anything to play. */
    private boolean isOn(GateRule rule) {
        return rule.worseLimit() != null
                && (jdbc.sql("select exists (select 1 from set_question)")
                                .query(Boolean.class)
                                .single()
                        || (rule.customerQuestions() > 0 && !customers.last(1).isEmpty()));
    }
}
