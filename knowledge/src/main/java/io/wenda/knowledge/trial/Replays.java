package io.wenda.knowledge.trial;

import io.wenda.knowledge.EntryId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which replay speaks for a change, and whether it still speaks for all that it played. */
@Component
class Replays {
    /**
     * Of all that decides what is said with a version, and to whom; not of its time, since it is
     * played as it will be then. Of no version: what stands for a retirement.
     */
    static final String DIGEST =
            """
             md5(row(v.locale, v.question, v.similar_questions, v.answer, v.audience,
               v.audience_channels, v.audience_attributes)::text)
            """;

    /** Step c: its version is what was played. */
    private static final String AS_PLAYED =
            " c.digest is not distinct from (select"
                    + DIGEST
                    + """
                    from (select 1) one
                      left join knowledge_version v on v.tenant_id = c.tenant_id
                        and v.entry_id = c.entry_id and v.number = c.version)
                    """;

    /** Step c: what was played is what customers are told, by whichever version. */
    private static final String OUT =
            " c.digest is not distinct from (select"
                    + DIGEST
                    + """
                    from knowledge_entry e
                      left join knowledge_version v on v.tenant_id = e.tenant_id
                        and v.entry_id = e.id and v.number = e.published
                    where e.tenant_id = c.tenant_id and e.id = c.entry_id)
                    """;

    /** Step c: its version is planned to be published by then. */
    private static final String PLANNED =
            """
             exists (
              select 1 from knowledge_version p
              where p.tenant_id = c.tenant_id and p.entry_id = c.entry_id
                and p.number = c.version and p.state = 'APPROVED'
                and p.publish_at <= :planned::timestamptz)
            """;

    /**
     * Trial t is young, and what else was published or retired was there when it began: a clock
     * alone does not tell, since a move is committed after its time, though by minutes at most.
     */
    private static final String FRESH =
            """
             t.kind = 'REPLAY' and t.asked_at > :since
              and not exists (
                select 1 from knowledge_move m
                where m.tenant_id = t.tenant_id and m.to_state in ('PUBLISHED', 'RETIRED')
                  and m.at > t.started_at - interval '10 minutes'
                  and (m.at > t.started_at or not pg_visible_in_snapshot(m.xid, t.seen))
                  and not exists (
                    select 1 from trial_change c
                    where c.tenant_id = t.tenant_id and c.trial_id = t.id
                      and c.entry_id = m.entry_id))
            """;

    private static final String SPEAKING =
            TrialRows.TRIAL
                    + " where"
                    + FRESH
                    + """
                      and exists (
                        select 1 from trial_change c
                        where c.tenant_id = t.tenant_id and c.trial_id = t.id
                          and c.entry_id = :entry and c.version is not distinct from :version::int
                          and\
                    """
                    + AS_PLAYED
                    + """
                    )
                      and not exists (
                        select 1 from trial_change c
                        where c.tenant_id = t.tenant_id and c.trial_id = t.id
                          and c.entry_id <> :entry and not\
                    """
                    + OUT
                    + " and not ("
                    + AS_PLAYED
                    + " and"
                    + PLANNED
                    + ")) order by t.id desc limit 1";

    private static final String OUTDATED =
            """
            select t.id from knowledge_trial t
            where t.planned and t.state in ('WAITING', 'RUNNING') and not (
            """
                    + FRESH
                    + ") for update";

    /** Step c of trial t: something else went out since, or it was taken back. */
    private static final String OVERTAKEN =
            " not"
                    + OUT
                    + """
                      and exists (
                        select 1 from knowledge_move m
                        where m.tenant_id = c.tenant_id and m.entry_id = c.entry_id
                          and m.to_state in ('PUBLISHED', 'RETIRED') and m.at > t.started_at)
                    """;

    private static final String STEPS =
            """
             array(select row(c.entry_id, c.version, c.digest)::text from trial_change c
              where c.tenant_id = %1$s.tenant_id and c.trial_id = %1$s.id order by c.entry_id)
            """;

    private static final String STANDING =
            "select not exists (select 1 from trial_change c where c.trial_id = t.id and not"
                    + AS_PLAYED
                    + "),"
                    + FRESH
                    + """
                      and not exists (
                        select 1 from knowledge_trial n
                        where n.tenant_id = t.tenant_id and n.kind = 'REPLAY' and n.id > t.id
                          and\
                    """
                    + STEPS.formatted("n")
                    + " = "
                    + STEPS.formatted("t")
                    + "), exists (select 1 from trial_change c where c.trial_id = t.id and"
                    + OVERTAKEN
                    + ") from knowledge_trial t where t.id = :id";

    /**
     * How a replay stands by now.
     *
     * @param asPlayed its versions are what was played
     * @param speaks nothing came between, and it is the last one of its change
     * @param overtaken one of its entries went another way since it began
     */
    record Standing(boolean asPlayed, boolean speaks, boolean overtaken) {}

    private final JdbcClient jdbc;
    private final TrialSettings settings;
    private final Clock clock;

    Replays(JdbcClient jdbc, TrialSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** The last replay of the step, all others that it played being out as they were played. */
    Optional<Trial> speaking(Change step) {
        return speaking(step, null);
    }

    /**
     * The same, others being out or about to be.
     *
     * @param planned time of plans that count as out; absent: none does
     */
    Optional<Trial> speaking(Change step, @Nullable Instant planned) {
        return young(SPEAKING)
                .param("entry", step.entry().value())
                .param("version", step.version())
                .param(
                        "planned",
                        Optional.ofNullable(planned)
                                .map(it -> it.atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .query((row, _) -> TrialRows.trial(row))
                .optional();
    }

    Standing standing(TrialId id) {
        return young(STANDING)
                .param("id", id.value())
                .query((row, _) ->
                        new Standing(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3)))
                .single();
    }

    /**
     * Those that were begun for plans, and are under way for nothing; kept from others meanwhile.
     */
    List<TrialId> outdated() {
        return young(OUTDATED).query((row, _) -> new TrialId(row.getObject(1, UUID.class))).list();
    }

    /** Steps that are not out as they were played, be it that only their time is another. */
    List<Change> left(TrialId id) {
        return jdbc.sql(
                        """
                        select c.entry_id, c.version from trial_change c
                        where c.trial_id = ? and (
                          exists (
                            select 1 from knowledge_version o
                            where o.tenant_id = c.tenant_id and o.entry_id = c.entry_id
                              and o.number = c.version
                              and o.state in ('DRAFT', 'IN_REVIEW', 'APPROVED'))
                          or not\
                        """
                                + OUT
                                + ") order by c.entry_id")
                .param(id.value())
                .query((row, _) ->
                        new Change(
                                new EntryId(row.getObject(1, UUID.class)),
                                (Integer) row.getObject(2)))
                .list();
    }

    private JdbcClient.StatementSpec young(String sql) {
        return jdbc.sql(sql)
                .param(
                        "since",
                        clock.instant().minus(settings.replayValid()).atOffset(ZoneOffset.UTC));
    }
}
