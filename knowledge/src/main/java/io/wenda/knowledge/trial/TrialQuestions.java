package io.wenda.knowledge.trial;

import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.answering.Asked;
import io.wenda.knowledge.answering.Asker;
import io.wenda.knowledge.answering.Rehearsal;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.privacy.Masking;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The questions of one trial: laid down once, so that it asks the same ones after a crash. */
@Component
class TrialQuestions {
    /**
     * Version v: told to whoever question q of a set is asked as, where its expected entry is not
     * told to everybody. What is published counts, else what the trial would publish.
     */
    private static final String TOLD =
            """

              left join knowledge_entry e
                on e.tenant_id = q.tenant_id and e.id = q.expected_entry
              left join trial_change c
                on c.tenant_id = q.tenant_id and c.trial_id = :trial
                and c.entry_id = q.expected_entry
              left join knowledge_version v
                on v.tenant_id = e.tenant_id and v.entry_id = e.id
                and v.number = coalesce(e.published, c.version) and v.audience = 'CHOSEN'
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final CustomerQuestions customers;
    private final Rehearsal rehearsal;
    private final Gate gate;

    TrialQuestions(
            JdbcClient jdbc,
            JsonMapper json,
            CustomerQuestions customers,
            Rehearsal rehearsal,
            Gate gate) {
        this.jdbc = jdbc;
        this.json = json;
        this.customers = customers;
        this.rehearsal = rehearsal;
        this.gate = gate;
    }

    /** A question that has not been asked yet, and as whose it is. */
    record Waiting(TrialResult result, Asked asked) {}

    /** What was found of a question. */
    record Came(
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
                           expected_entry, asker_channel, asker_attributes, before_decision,
                           before_entry, before_version, before_confidence)
                        select q.tenant_id, :trial, row_number() over (order by q.id) - 1, q.id,
                          q.question, q.locale, q.expected_entry, v.audience_channels[1],
                          coalesce(v.audience_attributes, '{}'), p.decision, p.entry_id,
                          p.version, p.confidence
                        from set_question q\
                        """
                                + TOLD
                                + """
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
                           expected_entry, asker_channel, asker_attributes)
                        select q.tenant_id, :trial,
                          row_number() over (order by q.set_id, q.id) - 1, q.id, q.question,
                          q.locale, q.expected_entry, v.audience_channels[1],
                          coalesce(v.audience_attributes, '{}')
                        from set_question q\
                        """
                                + TOLD)
                .param("trial", trial.id().value())
                .update();
    }

    /** Of what is known of a contact only what some audience asks for is kept. */
    private void ofCustomers(Trial trial) {
        var last = customers.last(gate.rule().customerQuestions());
        var asked =
                rehearsal.withoutIdlePrevious(last.stream().map(TrialQuestions::masked).toList());
        jdbc.sql(
                        """
                        with told as materialized (
                          select distinct a.key, a.value
                          from knowledge_version v, jsonb_each(v.audience_attributes) a
                          where v.audience = 'CHOSEN')
                        insert into trial_result
                          (tenant_id, trial_id, place, question, previous, locale, asker_channel,
                           asker_attributes)
                        select current_setting('wenda.tenant_id')::uuid, :trial,
                          (select count(*) from trial_result where trial_id = :trial) + q.place - 1,
                          q.text, q.previous, q.locale, q.channel, coalesce((
                            select jsonb_object_agg(a.key, a.value)
                            from jsonb_each(q.attributes::jsonb) a join told using (key, value)),
                            '{}')
                        from unnest(:texts::text[], :previous::text[], :locales::text[],
                            :channels::uuid[], :attributes::text[]) with ordinality
                          as q (text, previous, locale, channel, attributes, place)
                        """)
                .param("trial", trial.id().value())
                .param("texts", column(asked, Asked::text, String[]::new))
                .param("previous", column(asked, Asked::previous, String[]::new))
                .param("locales", column(asked, Asked::locale, String[]::new))
                .param("channels", column(asked, TrialQuestions::channel, UUID[]::new))
                .param(
                        "attributes",
                        column(
                                asked,
                                it -> json.writeValueAsString(it.asker().attributes()),
                                String[]::new))
                .update();
    }

    private static Asked masked(Asked asked) {
        return new Asked(
                Masking.mask(asked.text()),
                Optional.ofNullable(asked.previous()).map(Masking::mask).orElse(null),
                asked.locale(),
                asked.asker());
    }

    /** Some of those behind a place that wait. */
    List<Waiting> waiting(TrialId trial, int after, int most) {
        return jdbc.sql(
                        """
                        select * from trial_result
                        where trial_id = ? and place > ? and decision is null
                        order by place limit ?
                        """)
                .param(trial.value())
                .param(after)
                .param(most)
                .query((row, _) -> waiting(row))
                .list();
    }

    private Waiting waiting(ResultSet row) throws SQLException {
        var result = TrialRows.result(row);
        var channel = row.getObject("asker_channel", UUID.class);
        var asker =
                new Asker(
                        channel == null ? null : new ChannelId(channel),
                        json.readValue(
                                row.getString("asker_attributes"), new TypeReference<>() {}));
        return new Waiting(
                result, new Asked(result.question(), result.previous(), result.locale(), asker));
    }

    /** Writes down what was found. */
    void write(TrialId trial, List<Came> asked) {
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
                .param("places", asked.stream().map(Came::place).toArray(Integer[]::new))
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

    private static <A, T> @Nullable T[] column(
            List<A> asked, Function<A, @Nullable T> value, IntFunction<@Nullable T[]> array) {
        var column = array.apply(asked.size());
        for (var i = 0; i < column.length; i++) {
            column[i] = value.apply(asked.get(i));
        }
        return column;
    }

    private static @Nullable UUID channel(Asked asked) {
        var channel = asked.asker().channel();
        return channel == null ? null : channel.value();
    }

    private static @Nullable Boolean passed(Came asked) {
        var expected = asked.expected();
        return expected == null ? null : expected.isMetBy(asked.after());
    }

    private static @Nullable String effect(Came asked) {
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
