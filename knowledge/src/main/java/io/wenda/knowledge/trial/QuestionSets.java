package io.wenda.knowledge.trial;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.wenda.knowledge.EntryId;
import io.wenda.tenant.Caller;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Text;
import io.wenda.tenant.company.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sets of the current company: made, named, taken away, listed. */
@Component
public class QuestionSets {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_SETS = 50;
    private static final UUID AFTER_ALL = new UUID(-1, -1);
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String SETS =
            """
            select s.id, s.name, s.created_at,
              (select count(*) from set_question q
               where q.tenant_id = s.tenant_id and q.set_id = s.id) as size
            from question_set s
            """;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    QuestionSets(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new set, empty. */
    @Transactional
    public QuestionSet create(Caller caller, String name) {
        var line = Text.line(name, LONGEST_NAME, "name");
        if (count() >= MOST_SETS) {
            throw Refusal.Conflict.notAllowedNow(
                    "a company has at most " + MOST_SETS + " sets: remove one first");
        }
        var id = new QuestionSetId(NewId.next());
        named(() ->
                jdbc.sql(
                                """
                                insert into question_set (tenant_id, id, name, created_at)
                                values (current_setting('wenda.tenant_id')::uuid, ?, ?, ?)
                                """)
                        .param(id.value())
                        .param(line)
                        .param(clock.instant().atOffset(ZoneOffset.UTC))
                        .update());
        audit.record(caller, "question-set.create", id.value().toString(), Map.of("name", line));
        return get(id);
    }

    /** Gives it another name. */
    @Transactional
    public QuestionSet rename(Caller caller, QuestionSetId id, String name) {
        get(id);
        var line = Text.line(name, LONGEST_NAME, "name");
        named(() ->
                jdbc.sql("update question_set set name = ? where id = ?")
                        .param(line)
                        .param(id.value())
                        .update());
        audit.record(caller, "question-set.rename", id.value().toString(), Map.of("name", line));
        return get(id);
    }

    /** Takes it away, with its questions and its runs. */
    @Transactional
    public QuestionSet remove(Caller caller, QuestionSetId id) {
        var gone = get(id);
        jdbc.sql("delete from question_set where id = ?").param(id.value()).update();
        audit.record(
                caller, "question-set.remove", id.value().toString(), Map.of("name", gone.name()));
        return gone;
    }

    /** The set; refuses where there is none. */
    @Transactional(readOnly = true)
    public QuestionSet get(QuestionSetId id) {
        return find(id).orElseThrow(() -> new Refusal.NotFound("question set", "setId"));
    }

    /** The set, if there is one. */
    @Transactional(readOnly = true)
    public Optional<QuestionSet> find(QuestionSetId id) {
        return jdbc.sql(SETS + " where s.id = ?")
                .param(id.value())
                .query((row, _) -> set(row))
                .optional();
    }

    /** Those among the ids that there are. */
    @Transactional(readOnly = true)
    public Map<QuestionSetId, QuestionSet> byIds(Collection<QuestionSetId> ids) {
        return jdbc
                .sql(SETS + " where s.id = any(?)")
                .param(ids.stream().map(QuestionSetId::value).toArray(UUID[]::new))
                .query((row, _) -> set(row))
                .list()
                .stream()
                .collect(toMap(QuestionSet::id, it -> it));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<QuestionSet> page(PageRequest request) {
        var rows =
                jdbc.sql(SETS + " where s.id < ? order by s.id desc limit ?")
                        .param(Optional.ofNullable(request.after()).orElse(AFTER_ALL))
                        .param(request.limit() + 1)
                        .query((row, _) -> set(row))
                        .list();
        return Page.of(rows, request.limit(), request.counted() ? count() : null);
    }

    /** The same stretch of the questions of each set, in the order in which they were added. */
    @Transactional(readOnly = true)
    public Map<QuestionSetId, Page<SetQuestion>> questions(
            Collection<QuestionSetId> sets, PageRequest request) {
        return jdbc
                .sql(
                        """
                        select q.id, q.set_id, q.question, q.locale, q.expected_entry
                        from unnest(?::uuid[]) as s (id)
                          cross join lateral (
                            select * from set_question q where q.set_id = s.id and q.id > ?
                            order by q.id limit ?) q
                        order by q.set_id, q.id
                        """)
                .param(sets.stream().map(QuestionSetId::value).toArray(UUID[]::new))
                .param(Optional.ofNullable(request.after()).orElse(BEFORE_ALL))
                .param(request.limit() + 1)
                .query((row, _) -> question(row))
                .list()
                .stream()
                .collect(
                        groupingBy(
                                SetQuestion::set,
                                collectingAndThen(
                                        toList(), it -> Page.of(it, request.limit(), null))));
    }

    static SetQuestion question(ResultSet row) throws SQLException {
        var expected = row.getObject("expected_entry", UUID.class);
        return new SetQuestion(
                new SetQuestionId(row.getObject("id", UUID.class)),
                new QuestionSetId(row.getObject("set_id", UUID.class)),
                row.getString("question"),
                row.getString("locale"),
                expected == null ? null : new EntryId(expected));
    }

    private long count() {
        return jdbc.sql("select count(*) from question_set").query(Long.class).single();
    }

    private static void named(Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException _) {
            throw new Refusal.Conflict("another set has this name: choose another", "name");
        }
    }

    private static QuestionSet set(ResultSet row) throws SQLException {
        return new QuestionSet(
                new QuestionSetId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getInt("size"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
