package io.wenda.knowledge.trial;

import io.wenda.tenant.Caller;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Text;
import io.wenda.tenant.company.Audit;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins and stops trials of the current company, and lets a second person overrule a replay. */
@Component
public class Trials {
    /** Of one company at once: the others wait behind them. */
    private static final int MOST_UNFINISHED = 3;

    private static final int MOST_KEPT = 20;
    private static final int MOST_KEPT_YOUNG = 200;
    private static final int MOST_CHANGES = 200;
    private static final int LONGEST_REASON = 1_000;

    private final JdbcClient jdbc;
    private final TrialReader reader;
    private final TrialTable table;
    private final Replays replays;
    private final QuestionSets sets;
    private final TrialSettings settings;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Trials(
            JdbcClient jdbc,
            TrialReader reader,
            TrialTable table,
            Replays replays,
            QuestionSets sets,
            TrialSettings settings,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.table = table;
        this.replays = replays;
        this.sets = sets;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Begins a batch test of the set; it runs in the background. */
    @Transactional
    public Trial startBatch(Caller caller, QuestionSetId set) {
        if (sets.get(set).size() == 0) {
            throw Refusal.Conflict.notAllowedNow("the set has no questions: add some", "setId");
        }
        return begin(caller, TrialKind.BATCH, set, List.of());
    }

    /** Begins the replay of a change; it runs in the background. */
    @Transactional
    public Trial startReplay(Caller caller, List<Change> changes) {
        if (changes.isEmpty() || changes.size() > MOST_CHANGES) {
            throw new Refusal.Invalid(
                    "must be 1 to %d changes, are %d".formatted(MOST_CHANGES, changes.size()),
                    "changes");
        }
        var seen = new HashSet<UUID>();
        for (var i = 0; i < changes.size(); i++) {
            if (!seen.add(changes.get(i).entry().value())) {
                throw new Refusal.Invalid(
                        "an entry can change once only", "changes", Objects.toString(i), "entryId");
            }
        }
        return begin(caller, TrialKind.REPLAY, null, changes);
    }

    /** Begins the replay of what is planned; earlier ones that speak for no plan any more end. */
    @Transactional
    public Trial startPlanned(Caller caller, List<Change> changes) {
        takeTurn();
        replays.outdated().forEach(it -> stop(caller, it));
        var replay = startReplay(caller, changes);
        jdbc.sql("update knowledge_trial set planned = true where id = ?")
                .param(replay.id().value())
                .update();
        return replay;
    }

    /** Whoever has it in hand finds that it is over when it next writes something down. */
    @Transactional
    public Trial stop(Caller caller, TrialId id) {
        var stopped = table.stop(id);
        var trial = reader.find(id).orElseThrow(() -> new Refusal.NotFound("trial", "trialId"));
        if (!stopped) {
            throw Refusal.Conflict.notAllowedNow(
                    "it is over already: only one that waits or runs can be stopped", "trialId");
        }
        audit.record(caller, "knowledge.stop-trial", id.value().toString(), Map.of());
        return trial;
    }

    /**
     * Lets the change of a replay go out although it does harm: by a member who neither began the
     * replay nor wrote any of the versions.
     */
    @Transactional
    public Trial override(Caller caller, TrialId id, String reason) {
        var trial =
                reader.find(id)
                        .filter(it -> it.kind() == TrialKind.REPLAY)
                        .orElseThrow(() -> new Refusal.NotFound("replay", "trialId"));
        if (trial.state() != TrialState.DONE || trial.harmed() == 0) {
            throw Refusal.Conflict.notAllowedNow(
                    "only a finished replay with worse or lost questions is overridden", "trialId");
        }
        if (trial.overridden() != null) {
            throw Refusal.Conflict.notAllowedNow("it has been overridden", "trialId");
        }
        if (!(caller instanceof Caller.Member) || isInvolved(caller, trial)) {
            throw Refusal.Conflict.notAllowedNow(
                    "must be overridden by another member than those who began the replay or wrote"
                            + " the change",
                    "trialId");
        }
        var words = Text.text(reason, LONGEST_REASON, "reason");
        jdbc.sql(
                        """
                        update knowledge_trial
                        set overridden_by = ?, overridden_at = ?, override_reason = ? where id = ?
                        """)
                .param(caller.key())
                .param(now())
                .param(words)
                .param(id.value())
                .update();
        audit.record(
                caller,
                "knowledge.override-replay",
                id.value().toString(),
                Map.of(
                        "reason", words,
                        "worse", trial.tally().worse(),
                        "lost", trial.tally().lost()));
        table.tellVerdict(id);
        return reader.find(id).orElseThrow();
    }

    private boolean isInvolved(Caller caller, Trial trial) {
        return jdbc.sql(
                        """
                        select t.asked_by = :caller or exists (
                          select 1 from trial_change c
                            join knowledge_version v on v.tenant_id = c.tenant_id
                              and v.entry_id = c.entry_id and v.number = c.version
                          where c.tenant_id = t.tenant_id and c.trial_id = t.id
                            and :caller = any(v.writers))
                        from knowledge_trial t where t.id = :trial
                        """)
                .param("caller", caller.key())
                .param("trial", trial.id().value())
                .query(Boolean.class)
                .single();
    }

    private Trial begin(
            Caller caller, TrialKind kind, @Nullable QuestionSetId set, List<Change> changes) {
        takeTurn();
        requirePlace();
        var id = new TrialId(NewId.next());
        jdbc.sql(
                        """
                        insert into knowledge_trial
                          (tenant_id, id, kind, set_id, previous, state, lease_until, asked_by,
                           asked_at)
                        values (current_setting('wenda.tenant_id')::uuid, :id, :kind, :set,
                          (select id from knowledge_trial
                           where set_id = :set::uuid and state = 'DONE' order by id desc limit 1),
                          'WAITING', :now, :caller, :now)
                        """)
                .param("id", id.value())
                .param("kind", kind.name())
                .param("set", set == null ? null : set.value())
                .param("now", now())
                .param("caller", caller.key())
                .update();
        addChanges(id, changes);
        forget(set);
        audit.record(
                caller,
                kind == TrialKind.BATCH ? "question-set.run" : "knowledge.replay",
                id.value().toString(),
                Map.of("changes", changes.size()));
        events.publishEvent(new TrialWanted());
        return reader.find(id).orElseThrow();
    }

    /** One who begins at a time, so that the limit holds. */
    private void takeTurn() {
        jdbc.sql("select tenant_id from company for update").query(UUID.class).single();
    }

    private void addChanges(TrialId id, List<Change> changes) {
        for (var i = 0; i < changes.size(); i++) {
            var change = changes.get(i);
            var added =
                    jdbc.sql(
                                    """
                                    insert into trial_change
                                      (tenant_id, trial_id, entry_id, version, digest)
                                    select e.tenant_id, :trial, e.id, :version::int,\
                                    """
                                            + Replays.DIGEST
                                            + """

                                            from knowledge_entry e
                                              left join knowledge_version v on v.tenant_id = e.tenant_id
                                                and v.entry_id = e.id and v.number = :version::int
                                            where e.id = :entry
                                              and (:version::int is null and e.published is not null
                                                or v.number <> coalesce(e.published, 0))
                                            """)
                            .param("trial", id.value())
                            .param("entry", change.entry().value())
                            .param("version", change.version())
                            .update();
            if (added == 0 && !isThere(change)) {
                throw new Refusal.NotFound(
                        "knowledge entry", "changes", Objects.toString(i), "entryId");
            }
            if (added == 0) {
                throw new Refusal.Invalid(
                        "must be an entry with a version that is not published, or a published one"
                                + " to retire",
                        "changes",
                        Objects.toString(i));
            }
        }
    }

    private boolean isThere(Change change) {
        return jdbc.sql("select exists (select 1 from knowledge_entry where id = ?)")
                .param(change.entry().value())
                .query(Boolean.class)
                .single();
    }

    private void requirePlace() {
        var unfinished =
                jdbc.sql(
                                """
                                select count(*) from knowledge_trial
                                where state in ('WAITING', 'RUNNING')
                                """)
                        .query(Integer.class)
                        .single();
        if (unfinished >= MOST_UNFINISHED) {
            throw new Refusal.LimitReached(
                    MOST_UNFINISHED + " trials are under way: wait until one is done, or stop one",
                    Duration.ofSeconds(30));
        }
    }

    /**
     * Of each set, and of replays, the latest are kept; and what may still speak for its change.
     */
    private void forget(@Nullable QuestionSetId set) {
        jdbc.sql(
                        """
                        delete from knowledge_trial where id in (
                          select id from (
                            select id, kind, asked_at, row_number() over (order by id desc) as place
                            from knowledge_trial
                            where set_id is not distinct from :set::uuid
                              and state not in ('WAITING', 'RUNNING')) ended
                          where place > :most
                            or place > :kept and (kind = 'BATCH' or asked_at <= :since))
                        """)
                .param("set", set == null ? null : set.value())
                .param("kept", MOST_KEPT)
                .param("most", MOST_KEPT_YOUNG)
                .param("since", now().minus(settings.replayValid()))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
