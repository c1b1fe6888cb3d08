package io.wenda.knowledge.trial;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.VersionState;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.SystemDatabase;
import io.wenda.tenant.isolation.Turns;
import io.wenda.tenant.round.Tries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Trials as the one who runs them sees them: what is due, in hand, done. */
@Component
class TrialTable {

    private static final String END =
            """
            update knowledge_trial t set state = :state, fault = null,
              finished_at = :now, passed = r.passed, failed = r.failed, same = r.same,
              better = r.better, worse = r.worse, newly_answered = r.newly_answered,
              lost = r.lost
            from (
              select count(*) filter (where passed) as passed,
                count(*) filter (where not passed) as failed,
                count(*) filter (where effect = 'SAME') as same,
                count(*) filter (where effect = 'BETTER') as better,
                count(*) filter (where effect = 'WORSE') as worse,
                count(*) filter (where effect = 'NEWLY_ANSWERED') as newly_answered,
                count(*) filter (where effect = 'LOST') as lost
              from trial_result where trial_id = :id) r
            where t.id = :id and
            """;

    /** A trial and whose it is; what the system role may know of it. */
    record Due(TenantId tenant, TrialId id) {}

    /**
     * A trial in hand. What it writes counts until another takes it in hand.
     *
     * @param attempts tries in a row in vain, see {@link Tries}
     * @param since later for whoever takes it in hand next
     */
    record InHand(TrialId id, int attempts, boolean begun, Instant since) {}

    /** A version of a change: its texts as they are, and whether they are those to be played. */
    record Played(VersionId id, VersionState state, List<String> texts, boolean asWanted) {}

    private final JdbcClient jdbc;
    private final SystemDatabase system;
    private final TrialSettings settings;
    private final Tries tries;
    private final Turns turns;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TrialTable(
            JdbcClient jdbc,
            SystemDatabase system,
            TrialSettings settings,
            Tries tries,
            Turns turns,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.system = system;
        this.settings = settings;
        this.tries = tries;
        this.turns = turns;
        this.events = events;
        this.clock = clock;
    }

    /** Of all companies that have none in hand, longest waiting first. */
    List<Due> due(int most) {
        return system.jdbc()
                .sql(
                        """
                        select t.tenant_id, t.id from knowledge_trial t
                        where t.state in ('WAITING', 'RUNNING') and t.lease_until <= :now
                          and not exists (
                            select 1 from knowledge_trial o
                            where o.tenant_id = t.tenant_id and o.state = 'RUNNING'
                              and o.lease_until > :now)
                        order by t.lease_until, t.id limit :most
                        """)
                .param("now", utc(clock.instant()))
                .param("most", most)
                .query((row, _) ->
                        new Due(
                                new TenantId(row.getObject(1, UUID.class)),
                                new TrialId(row.getObject(2, UUID.class))))
                .list();
    }

    /**
     * Takes it in hand, unless it is no longer due, or another of the company is in hand: trials
     * that lay the same version over the live knowledge would take it from each other.
     */
    Optional<InHand> claim(TrialId id) {
        turns.take("knowledge trial");
        var now = clock.instant();
        return jdbc.sql(
                        """
                        update knowledge_trial set state = 'RUNNING', holder = :holder,
                          attempts = attempts + coalesce((holder <> :holder)::int, 0),
                          lease_until = :until, started_at = coalesce(started_at, :now),
                          seen = coalesce(seen, pg_current_snapshot())
                        where id = (
                          select id from knowledge_trial
                          where id = :id and state in ('WAITING', 'RUNNING')
                            and lease_until <= :now
                            and not exists (
                              select 1 from knowledge_trial o
                              where o.state = 'RUNNING' and o.lease_until > :now)
                          for update skip locked)
                        returning attempts, total > 0
                        """)
                .param("id", id.value())
                .param("holder", tries.holder())
                .param("now", utc(now))
                .param("until", utc(now.plus(settings.lease())))
                .query((row, _) -> new InHand(id, row.getInt(1), row.getBoolean(2), now))
                .optional();
    }

    /** The lease begins anew; false where another has it by now. */
    boolean renew(InHand trial) {
        return jdbc.sql(
                                """
                                update knowledge_trial set lease_until = ?
                                where id = ? and holder = ? and state = 'RUNNING'
                                """)
                        .param(utc(clock.instant().plus(settings.lease())))
                        .param(trial.id().value())
                        .param(tries.holder())
                        .update()
                == 1;
    }

    /** Tells that it is alive and how far it came; false where another has it by now. */
    boolean goesOn(InHand trial, int more) {
        return jdbc.sql(
                                """
                                update knowledge_trial
                                set done = done + ?, attempts = 0, lease_until = ?
                                where id = ? and holder = ? and state = 'RUNNING'
                                """)
                        .param(more)
                        .param(utc(clock.instant().plus(settings.lease())))
                        .param(trial.id().value())
                        .param(tries.holder())
                        .update()
                == 1;
    }

    /**
     * It waits for its next try, and is in nobody's hand meanwhile; a try that was cut by something
     * else does not count.
     */
    void again(InHand trial, String fault, boolean counts, Duration wait) {
        jdbc.sql(
                        """
                        update knowledge_trial
                        set state = 'WAITING', holder = null,
                          attempts = attempts + ?::boolean::int, fault = ?, lease_until = ?
                        where id = ? and holder = ? and state = 'RUNNING'
                        """)
                .param(counts)
                .param(fault)
                .param(utc(clock.instant().plus(wait)))
                .param(trial.id().value())
                .param(tries.holder())
                .update();
    }

    /** It is given up. */
    void fail(InHand trial, String fault) {
        tellVerdictIf(
                jdbc.sql(
                                """
                                update knowledge_trial
                                set state = 'FAILED', fault = ?, finished_at = ?
                                where id = ? and holder = ? and state = 'RUNNING'
                                """)
                        .param(fault)
                        .param(utc(clock.instant()))
                        .param(trial.id().value())
                        .param(tries.holder())
                        .update(),
                trial.id());
    }

    /** Every question has been asked. */
    void finish(InHand trial) {
        tellVerdictIf(
                jdbc.sql(END + "t.state = 'RUNNING' and t.holder = :holder")
                        .param("state", TrialState.DONE.name())
                        .param("now", utc(clock.instant()))
                        .param("id", trial.id().value())
                        .param("holder", tries.holder())
                        .update(),
                trial.id());
    }

    /** Counts what was asked so far; false where it is over already. */
    boolean stop(TrialId id) {
        // whoever has it in hand has written all of a step down then, or writes no more
        jdbc.sql("select state from knowledge_trial where id = ? for update")
                .param(id.value())
                .query(String.class)
                .optional();
        return tellVerdictIf(
                jdbc.sql(END + "t.state in ('WAITING', 'RUNNING')")
                        .param("state", TrialState.STOPPED.name())
                        .param("now", utc(clock.instant()))
                        .param("id", id.value())
                        .update(),
                id);
    }

    /** Tells those who wait for the gate to let the versions of its change pass. */
    void tellVerdict(TrialId id) {
        var versions =
                jdbc.sql(
                                """
                                select entry_id, version from trial_change
                                where trial_id = ? and version is not null
                                """)
                        .param(id.value())
                        .query((row, _) -> version(row))
                        .list();
        if (!versions.isEmpty()) {
            events.publishEvent(new VerdictMayDiffer(versions));
        }
    }

    /** Whether this caller is the one that ended it. */
    private boolean tellVerdictIf(int ended, TrialId id) {
        if (ended == 0) {
            return false;
        }
        tellVerdict(id);
        return true;
    }

    /** The versions of its change; those that are gone are not there. */
    List<Played> played(TrialId id) {
        return jdbc.sql(
                        """
                        select v.entry_id, v.number, v.state, v.question, v.similar_questions,
                          c.digest =\
                        """
                                + Replays.DIGEST
                                + """

                                from trial_change c
                                  join knowledge_version v on v.tenant_id = c.tenant_id
                                    and v.entry_id = c.entry_id and v.number = c.version
                                where c.trial_id = ?
                                """)
                .param(id.value())
                .query((row, _) -> {
                    var texts = new ArrayList<String>();
                    texts.add(row.getString(4));
                    texts.addAll(List.of((String[]) row.getArray(5).getArray()));
                    return new Played(
                            version(row),
                            VersionState.valueOf(row.getString(3)),
                            texts,
                            row.getBoolean(6));
                })
                .list();
    }

    private static VersionId version(ResultSet row) throws SQLException {
        return new VersionId(new EntryId(row.getObject(1, UUID.class)), row.getInt(2));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
