package io.wenda.knowledge.trial;

import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.company.Audit;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds a change back until a replay speaks for it: of the change as it is, not too old, and with
 * nothing else published or retired since it began. A replay of several steps speaks for all of
 * them together, and for a single one when the others are out.
 */
@Component
public class Gate {
    private final JdbcClient jdbc;
    private final Replays replays;
    private final CustomerQuestions customers;
    private final Audit audit;
    private final Clock clock;

    Gate(JdbcClient jdbc, Replays replays, CustomerQuestions customers, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.replays = replays;
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
        var replay = replays.speaking(change);
        var limit = rule.worseLimit();
        if (limit == null || !isOn(rule)) {
            return new Verdict(GateState.OPEN, replay.orElse(null));
        }
        return replay.map(it -> new Verdict(state(it, limit), it))
                .orElse(new Verdict(GateState.REPLAY_NEEDED, null));
    }

    /** Why the change may not go out; nothing where it may. */
    @Transactional(readOnly = true)
    public Optional<HeldBack> heldBack(Change change) {
        var verdict = verdict(change);
        return verdict.state().letsPass()
                ? silence(verdict.state(), List.of(change))
                : Optional.of(heldBack(verdict));
    }

    /** Why all that a replay played may not go out together; nothing where it may. */
    @Transactional(readOnly = true)
    public Optional<HeldBack> heldBack(Trial replay) {
        var standing = replays.standing(replay.id());
        if (replay.state() != TrialState.DONE) {
            return Optional.of(
                    new HeldBack.Refused(
                            "only what a finished replay played goes out: wait, or begin another"
                                    + " with startReplay"));
        }
        if (!standing.asPlayed()) {
            return unplayed("a version was revised after it was played");
        }
        if (standing.overtaken()) {
            return unplayed("an entry was published or taken back since it was played");
        }
        var rule = rule();
        var limit = rule.worseLimit();
        if (limit == null || !isOn(rule)) {
            return Optional.empty();
        }
        if (!standing.speaks()) {
            return unplayed(
                    "the replay is too old, something else went out since, or the same was played"
                            + " again later");
        }
        var state = state(replay, limit);
        return state.letsPass()
                ? silence(state, left(replay))
                : Optional.of(heldBack(new Verdict(state, replay)));
    }

    private static Optional<HeldBack> unplayed(String why) {
        return Optional.of(new HeldBack.Unplayed(why + ": begin another with startReplay"));
    }

    /** Steps of a replay that are not out as they were played. */
    @Transactional(readOnly = true)
    public List<Change> left(Trial replay) {
        return replays.left(replay.id());
    }

    /**
     * The replay that a step goes out with where it does not pass by itself: all others that it
     * played are out, or planned to be by then.
     */
    @Transactional(readOnly = true)
    public Optional<Trial> dueTogether(Change step, Instant planned) {
        return heldBack(step).isEmpty()
                ? Optional.empty()
                : replays.speaking(step, planned).filter(it -> it.changes().size() > 1);
    }

    /** Whether a replay, whatever came of it, speaks for all that is planned for that time. */
    @Transactional(readOnly = true)
    public boolean isPlayed(List<Change> steps, Instant planned) {
        return replays.speaking(steps.getFirst(), planned)
                .filter(it -> it.changes().containsAll(steps))
                .isPresent();
    }

    /**
     * Refuses a change that may not go out.
     *
     * @param field of the input that names it
     */
    @Transactional(readOnly = true)
    public void require(Change change, String field) {
        heldBack(change)
                .ifPresent(it -> {
                    throw Refusal.Conflict.notAllowedNow(it.why(), field);
                });
    }

    /** What a replay does not tell, since it plays a version as it will be once it is valid. */
    private Optional<HeldBack> silence(GateState state, List<Change> steps) {
        return state == GateState.PASSED
                ? silentUntil(steps)
                        .map(from ->
                                new HeldBack.TooEarly(
                                        "it is valid only from %s, and nothing would be said until then: plan its publication for that time, or change from when it is valid"
                                                .formatted(from),
                                        from))
                : Optional.empty();
    }

    /** When the last of them is valid that would leave nothing in place of what is valid now. */
    private Optional<Instant> silentUntil(List<Change> steps) {
        return jdbc.sql(
                        """
                        select v.valid_from
                        from unnest(:entries::uuid[], :versions::int[]) as step (entry, version)
                          join knowledge_version v on v.entry_id = step.entry
                            and v.number = step.version
                          join knowledge_entry e on e.tenant_id = v.tenant_id and e.id = v.entry_id
                          join knowledge_version p on p.tenant_id = e.tenant_id
                            and p.entry_id = e.id and p.number = e.published
                        where v.number <> p.number and v.valid_from > :now
                          and coalesce(p.valid_from <= :now, true)
                          and coalesce(p.valid_until > :now, true)
                        order by v.valid_from desc limit 1
                        """)
                .param("entries", steps.stream().map(it -> it.entry().value()).toArray(UUID[]::new))
                .param("versions", steps.stream().map(Change::version).toArray(Integer[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    private static HeldBack heldBack(Verdict verdict) {
        return verdict.replay() == null
                ? new HeldBack.Unplayed(why(verdict))
                : new HeldBack.Refused(why(verdict));
    }

    private static String why(Verdict verdict) {
        var replay = verdict.replay();
        if (replay == null || verdict.state() == GateState.REPLAY_NEEDED) {
            return "the company asks for a replay of it first: begin one with startReplay; where one"
                    + " played it with others, bring them out together with"
                    + " publishReplayedKnowledge";
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

    /** A limit, and anything to play. */
    private boolean isOn(GateRule rule) {
        return rule.worseLimit() != null
                && (jdbc.sql("select exists (select 1 from set_question)")
                                .query(Boolean.class)
                                .single()
                        || (rule.customerQuestions() > 0 && !customers.last(1).isEmpty()));
    }
}
