package io.wenda.knowledge.trial;

import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.answering.Rehearsal;
import io.wenda.tenant.privacy.Masking;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The questions of one trial: laid down once, so that it asks the same ones after a crash. */
@Component
class TrialQuestions {
    private final JdbcClient jdbc;
    private final CustomerQuestions customers;
    private final Gate gate;

    TrialQuestions(JdbcClient jdbc, CustomerQuestions customers, Gate gate) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.gate = gate;
    }

    /** What was found of a question. */
    record Asked(
            int place, @Nullable Outcome before, Outcome after, @Nullable Expectation expected) {}

    /** Lays down what the trial asks; answers how many questions that are. */
    int layDown(Trial trial) {
        switch (trial.kind()) {
            case BATCH -> ofSet(trial);
            case REPLAY -> {
                ofAllSets(trial);
                ofCustomers(trial);
            }
        }
        return jdbc.sql(
                        """
                        update knowledge_trial t set total = (
                          select count(*) from trial_result r where r.trial_id = t.id)
                        where t.id = ? returning total
                        """)
                .param(trial.id().value())
                .query(Integer.class)
                .single();
    }

    private void ofSet(Trial trial) {
        jdbc.sql(
                        """
                        insert into trial_result
                          (tenant_id, trial_id, place, question_id, question, locale,
                           expected_entry, before_decision, before_entry, before_version,
                           before_confidence)
                        select q.tenant_id, :trial, row_number() over (order by q.id) - 1, q.id,
                          q.question, q.locale, q.expected_entry, p.decision, p.entry_id,
                          p.version, p.confidence
                        from set_question q
                          left join trial_result p on p.tenant_id = q.tenant_id
                            and p.trial_id = :previous::uuid and p.question_id = q.id
                            and p.question = q.question and p.locale = q.locale
                        where q.set_id = (select set_id from knowledge_trial where id = :trial)
                        """)
                .param("trial", trial.id().value())
                .param(
                        "previous",
                        Optional.ofNullable(trial.previous()).map(TrialId::value).orElse(null))
                .update();
    }

    private void ofAllSets(Trial trial) {
        jdbc.sql(
                        """
                        insert into trial_result
                          (tenant_id, trial_id, place, question_id, question, locale,
                           expected_entry)
                        select q.tenant_id, ?, row_number() over (order by q.set_id, q.id) - 1,
                          q.id, q.question, q.locale, q.expected_entry
                        from set_question q
                        """)
                .param(trial.id().value())
                .update();
    }

    private void ofCustomers(Trial trial) {
        var asked = customers.last(gate.rule().customerQuestions());
        jdbc.sql(
                        """
                        insert into trial_result (tenant_id, trial_id, place, question, locale)
                        select current_setting('wenda.tenant_id')::uuid, :trial,
                          (select count(*) from trial_result where trial_id = :trial) + q.place - 1,
                          q.text, q.locale
                        from unnest(:texts::text[], :locales::text[]) with ordinality
                          as q (text, locale, place)
                        """)
                .param("trial", trial.id().value())
                .param(
                        "texts",
                        asked.stream().map(it -> Masking.mask(it.text())).toArray(String[]::new))
                .param(
                        "locales",
                        asked.stream().map(Rehearsal.Question::locale).toArray(String[]::new))
                .update();
    }

    /** Some of those behind a place that wait. */
    List<TrialResult> waiting(TrialId trial, int after, int most) {
        return jdbc.sql(
                        """
                        select * from trial_result
                        where trial_id = ? and place > ? and decision is null
                        order by place limit ?
                        """)
                .param(trial.value())
                .param(after)
                .param(most)
                .query((row, _) -> TrialRows.result(row))
                .list();
    }

    /** Writes down what was found. */
    void write(TrialId trial, List<Asked> asked) {
        jdbc.sql(
                        """
                        update trial_result r set before_decision = a.before_decision,
                          before_entry = a.before_entry, before_version = a.before_version,
                          before_confidence = a.before_confidence, decision = a.decision,
                          entry_id = a.entry, version = a.version, confidence = a.confidence,
                          passed = a.passed, effect = a.effect
                        from unnest(:places::int[], :befores::text[], :before_entries::uuid[],
                            :before_versions::int[], :before_confidences::float8[],
                            :decisions::text[], :entries::uuid[], :versions::int[],
                            :confidences::float8[], :passed::boolean[], :effects::text[])
                          as a (place, before_decision, before_entry, before_version,
                            before_confidence, decision, entry, version, confidence, passed,
                            effect)
                        where r.trial_id = :trial and r.place = a.place
                        """)
                .param("trial", trial.value())
                .param("places", asked.stream().map(Asked::place).toArray(Integer[]::new))
                .param("befores", column(asked, it -> decision(it.before()), String[]::new))
                .param("before_entries", column(asked, it -> entry(it.before()), UUID[]::new))
                .param("before_versions", column(asked, it -> number(it.before()), Integer[]::new))
                .param(
                        "before_confidences",
                        column(asked, it -> confidence(it.before()), Double[]::new))
                .param("decisions", column(asked, it -> decision(it.after()), String[]::new))
                .param("entries", column(asked, it -> entry(it.after()), UUID[]::new))
                .param("versions", column(asked, it -> number(it.after()), Integer[]::new))
                .param("confidences", column(asked, it -> confidence(it.after()), Double[]::new))
                .param("passed", column(asked, TrialQuestions::passed, Boolean[]::new))
                .param("effects", column(asked, TrialQuestions::effect, String[]::new))
                .update();
    }

    private static <T> @Nullable T[] column(
            List<Asked> asked,
            java.util.function.Function<Asked, @Nullable T> value,
            java.util.function.IntFunction<@Nullable T[]> array) {
        var column = array.apply(asked.size());
        for (var i = 0; i < column.length; i++) {
            column[i] = value.apply(asked.get(i));
        }
        return column;
    }

    private static @Nullable Boolean passed(Asked asked) {
        var expected = asked.expected();
        return expected == null ? null : expected.isMetBy(asked.after());
    }

    private static @Nullable String effect(Asked asked) {
        var before = asked.before();
        return before == null ? null : Effect.of(asked.expected(), before, asked.after()).name();
    }

    private static @Nullable String decision(@Nullable Outcome outcome) {
        return outcome == null ? null : outcome.decision().name();
    }

    private static @Nullable UUID entry(@Nullable Outcome outcome) {
        var version = outcome == null ? null : outcome.version();
        return version == null ? null : version.entry().value();
    }

    private static @Nullable Integer number(@Nullable Outcome outcome) {
        @Nullable VersionId version = outcome == null ? null : outcome.version();
        return version == null ? null : version.number();
    }

    private static @Nullable Double confidence(@Nullable Outcome outcome) {
        return outcome == null ? null : outcome.confidence();
    }
}
