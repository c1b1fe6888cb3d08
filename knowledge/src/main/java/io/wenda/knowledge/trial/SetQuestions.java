package io.wenda.knowledge.trial;

import io.wenda.tenant.Caller;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.company.Audit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts questions into sets of the current company, changes them and takes them out. */
@Component
public class SetQuestions {
    private static final int MOST_OF_A_SET = 10_000;
    private static final int MOST_AT_ONCE = 1_000;
    private static final int MOST_OUT_AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final QuestionSets sets;
    private final TrialSettings settings;
    private final Audit audit;

    SetQuestions(JdbcClient jdbc, QuestionSets sets, TrialSettings settings, Audit audit) {
        this.jdbc = jdbc;
        this.sets = sets;
        this.settings = settings;
        this.audit = audit;
    }

    /** Adds all of them, or none. */
    @Transactional
    public QuestionSet add(Caller caller, QuestionSetId id, List<NewQuestion> wanted) {
        take(id);
        if (wanted.size() > MOST_AT_ONCE) {
            throw Refusal.Invalid.tooLong(
                    "must be at most %d at once, are %d: send them in parts"
                            .formatted(MOST_AT_ONCE, wanted.size()),
                    "questions");
        }
        requireRoom(id, wanted.size());
        var questions = new ArrayList<NewQuestion>();
        for (var i = 0; i < wanted.size(); i++) {
            questions.add(wanted.get(i).checked("questions", Objects.toString(i)));
        }
        jdbc.sql(
                        """
                        insert into set_question
                          (tenant_id, set_id, id, question, locale, expected_entry)
                        select current_setting('wenda.tenant_id')::uuid, ?, q.*
                        from unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[]) as q
                        """)
                .param(id.value())
                .param(questions.stream().map(_ -> NewId.next()).toArray(UUID[]::new))
                .param(questions.stream().map(NewQuestion::question).toArray(String[]::new))
                .param(questions.stream().map(NewQuestion::locale).toArray(String[]::new))
                .param(expected(questions, i -> new String[] {"questions", Objects.toString(i)}))
                .update();
        audit.record(
                caller,
                "question-set.add",
                id.value().toString(),
                Map.of("questions", questions.size()));
        return sets.get(id);
    }

    /** Another question, or another expectation. */
    @Transactional
    public SetQuestion edit(Caller caller, SetQuestionId id, NewQuestion wanted) {
        var question = wanted.checked();
        var expected = expected(List.of(question), _ -> new String[0])[0];
        var edited =
                jdbc.sql(
                                """
                                update set_question set question = ?, locale = ?, expected_entry = ?
                                where id = ?
                                returning id, set_id, question, locale, expected_entry
                                """)
                        .param(question.question())
                        .param(question.locale())
                        .param(expected)
                        .param(id.value())
                        .query((row, _) -> QuestionSets.question(row))
                        .optional()
                        .orElseThrow(() -> new Refusal.NotFound("question", "questionId"));
        audit.record(caller, "question-set.edit", edited.set().value().toString(), Map.of());
        return edited;
    }

    /** The question, for whoever just edited it. */
    @Transactional(readOnly = true)
    public SetQuestion get(SetQuestionId id) {
        return jdbc.sql(
                        """
                        select id, set_id, question, locale, expected_entry
                        from set_question where id = ?
                        """)
                .param(id.value())
                .query((row, _) -> QuestionSets.question(row))
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("question", "questionId"));
    }

    /** Takes all of the questions out of their set, or none. */
    @Transactional
    public QuestionSet remove(Caller caller, List<SetQuestionId> questions) {
        if (questions.isEmpty() || questions.size() > MOST_OUT_AT_ONCE) {
            throw new Refusal.Invalid("must be 1 to " + MOST_OUT_AT_ONCE, "questionIds");
        }
        var wanted = questions.stream().distinct().toList();
        var sets =
                jdbc.sql("delete from set_question where id = any(?) returning set_id")
                        .param(wanted.stream().map(SetQuestionId::value).toArray(UUID[]::new))
                        .query((row, _) -> new QuestionSetId(row.getObject(1, UUID.class)))
                        .list();
        if (sets.size() != wanted.size()) {
            throw new Refusal.NotFound("question", "questionIds");
        }
        for (var set : Set.copyOf(sets)) {
            audit.record(
                    caller,
                    "question-set.take-out",
                    set.value().toString(),
                    Map.of("questions", Collections.frequency(sets, set)));
        }
        return this.sets.get(sets.getFirst());
    }

    /** One who adds at a time, so that the limits hold. */
    private void take(QuestionSetId id) {
        var taken =
                jdbc.sql("select id from question_set where id = ? for update")
                        .param(id.value())
                        .query(UUID.class)
                        .optional();
        if (taken.isEmpty()) {
            throw new Refusal.NotFound("question set", "setId");
        }
    }

    private void requireRoom(QuestionSetId id, int more) {
        if (sets.get(id).size() + more > MOST_OF_A_SET) {
            throw Refusal.Invalid.tooLong(
                    "a set has at most %d questions: begin another".formatted(MOST_OF_A_SET),
                    "questions");
        }
        var all = jdbc.sql("select count(*) from set_question").query(Integer.class).single();
        if (all + more > settings.mostQuestions()) {
            throw Refusal.Invalid.tooLong(
                    "all sets together have at most %d questions"
                            .formatted(settings.mostQuestions()),
                    "questions");
        }
    }

    /**
     * What each expects, by the name that it gave.
     *
     * @param at where in the input the question stands
     */
    private @Nullable UUID[] expected(List<NewQuestion> questions, IntFunction<String[]> at) {
        var byQuestion = publishedUnder(questions);
        var known = known(questions);
        var expected = new @Nullable UUID[questions.size()];
        for (var i = 0; i < expected.length; i++) {
            var entry = questions.get(i).expectedEntry();
            var named = questions.get(i).expectedQuestion();
            if (entry != null && !known.contains(entry.value())) {
                throw new Refusal.NotFound(
                        "knowledge entry", NewQuestion.path(at.apply(i), "expectedEntryId"));
            }
            if (entry == null && named != null && !byQuestion.containsKey(named)) {
                throw new Refusal.Invalid(
                        "no published entry has the question \"%s\"".formatted(named),
                        NewQuestion.path(at.apply(i), "expectedQuestion"));
            }
            expected[i] =
                    entry != null ? entry.value() : named == null ? null : byQuestion.get(named);
        }
        return expected;
    }

    private Map<String, UUID> publishedUnder(List<NewQuestion> questions) {
        var names =
                questions.stream()
                        .map(NewQuestion::expectedQuestion)
                        .filter(Objects::nonNull)
                        .toArray(String[]::new);
        var found = new HashMap<String, UUID>();
        jdbc.sql(
                        """
                        select question, entry_id from knowledge_version
                        where state = 'PUBLISHED' and question = any(?) order by entry_id desc
                        """)
                .param(names)
                .query(row -> {
                    found.put(row.getString(1), row.getObject(2, UUID.class));
                });
        return found;
    }

    private Set<UUID> known(List<NewQuestion> questions) {
        return jdbc.sql("select id from knowledge_entry where id = any(?)")
                .param(
                        questions.stream()
                                .map(NewQuestion::expectedEntry)
                                .filter(Objects::nonNull)
                                .map(it -> Objects.requireNonNull(it).value())
                                .toArray(UUID[]::new))
                .query((row, _) -> row.getObject(1, UUID.class))
                .set();
    }
}
