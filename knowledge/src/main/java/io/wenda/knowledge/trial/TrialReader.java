package io.wenda.knowledge.trial;

import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Trials of the current company and what came of them. */
@Component
public class TrialReader {
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private static final String MATCHING =
            """
            from trial_result r where r.trial_id = :trial and r.place > :after
              and r.decision is not null
              and (:passed::boolean is null or r.passed = :passed::boolean)
              and (:effects::text[] is null or r.effect = any(:effects::text[]))
            """;

    private final JdbcClient jdbc;

    TrialReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The trial, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Trial> find(TrialId id) {
        return jdbc.sql(TrialRows.TRIAL + " where t.id = ?")
                .param(id.value())
                .query((row, _) -> TrialRows.trial(row))
                .optional();
    }

    /** Those among the ids that there are. */
    @Transactional(readOnly = true)
    public Map<TrialId, Trial> byIds(Collection<TrialId> ids) {
        return jdbc
                .sql(TrialRows.TRIAL + " where t.id = any(?)")
                .param(ids.stream().map(TrialId::value).toArray(UUID[]::new))
                .query((row, _) -> TrialRows.trial(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Trial::id, it -> it));
    }

    /**
     * Newest first.
     *
     * @param set whose runs; absent: replays
     */
    @Transactional(readOnly = true)
    public Page<Trial> page(@Nullable QuestionSetId set, PageRequest request) {
        var which = set == null ? null : set.value();
        var rows =
                jdbc.sql(
                                TrialRows.TRIAL
                                        + """
                                        where t.set_id is not distinct from ?::uuid and t.id < ?
                                        order by t.id desc limit ?
                                        """)
                        .param(which)
                        .param(Optional.ofNullable(request.after()).orElse(AFTER_ALL))
                        .param(request.limit() + 1)
                        .query((row, _) -> TrialRows.trial(row))
                        .list();
        Long total =
                request.counted()
                        ? jdbc.sql(
                                        """
                                        select count(*) from knowledge_trial
                                        where set_id is not distinct from ?::uuid
                                        """)
                                .param(which)
                                .query(Long.class)
                                .single()
                        : null;
        return Page.of(rows, request.limit(), total);
    }

    /** Results in the order of the questions; the position of a page is a place. */
    @Transactional(readOnly = true)
    public Page<TrialResult> results(TrialId trial, ResultFilter filter, PageRequest request) {
        var after = request.after();
        var rows =
                bind(
                                "select r.* " + MATCHING + " order by r.place limit :limit",
                                trial,
                                filter,
                                after == null ? -1 : (int) after.getLeastSignificantBits())
                        .param("limit", request.limit() + 1)
                        .query((row, _) -> TrialRows.result(row))
                        .list();
        return Page.of(rows, request.limit(), request.counted() ? count(trial, filter) : null);
    }

    private @Nullable Long count(TrialId trial, ResultFilter filter) {
        long counted =
                bind(
                                "select count(*) from (select 1 "
                                        + MATCHING
                                        + " limit "
                                        + (Page.COUNTED_UP_TO + 1)
                                        + ") found",
                                trial,
                                filter,
                                -1)
                        .query(Long.class)
                        .single();
        return counted > Page.COUNTED_UP_TO ? null : Long.valueOf(counted);
    }

    private JdbcClient.StatementSpec bind(
            String sql, TrialId trial, ResultFilter filter, int after) {
        var effects = filter.effects();
        return jdbc.sql(sql)
                .param("trial", trial.value())
                .param("after", after)
                .param("passed", filter.passed())
                .param(
                        "effects",
                        effects == null
                                ? null
                                : effects.stream().map(Enum::name).toArray(String[]::new));
    }
}
