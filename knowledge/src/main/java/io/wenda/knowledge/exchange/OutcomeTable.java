package io.wenda.knowledge.exchange;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.exchange.file.ResultFile.Result;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of each line. */
@Component
class OutcomeTable {
    private static final int LONGEST_QUESTION = 500;

    private final JdbcClient jdbc;
    private final EntryNames names;

    OutcomeTable(JdbcClient jdbc, EntryNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /**
     * A line that is dealt with.
     *
     * @param entry that it is now; absent where there is none, or none yet
     */
    record Line(int number, String question, Outcome outcome, @Nullable EntryId entry) {}

    void add(ImportId id, List<Line> lines) {
        jdbc.sql(
                        """
                        insert into knowledge_import_outcome
                          (tenant_id, import_id, line, question, outcome, entry_id)
                        select current_setting('wenda.tenant_id')::uuid, ?, o.line, o.question,
                          o.outcome, o.entry_id
                        from unnest(?::int[], ?::text[], ?::text[], ?::uuid[])
                          as o (line, question, outcome, entry_id)
                        """)
                .param(id.value())
                .param(lines.stream().map(Line::number).toArray(Integer[]::new))
                .param(lines.stream().map(it -> question(it.question())).toArray(String[]::new))
                .param(lines.stream().map(it -> it.outcome().name()).toArray(String[]::new))
                .param(
                        lines.stream()
                                .map(it ->
                                        Optional.ofNullable(it.entry())
                                                .map(EntryId::value)
                                                .orElse(null))
                                .toArray(UUID[]::new))
                .update();
    }

    /** Those below the line that was read last. */
    List<Result> after(ImportId id, int line, int most) {
        return jdbc.sql(
                        """
                        select o.line, o.question, o.outcome, o.entry_id, f.field, f.message
                        from knowledge_import_outcome o
                          left join knowledge_import_fault f
                            on f.import_id = o.import_id and f.line = o.line
                        where o.import_id = ? and o.line > ? order by o.line limit ?
                        """)
                .param(id.value())
                .param(line)
                .param(most)
                .query((row, _) ->
                        new Result(
                                row.getInt(1),
                                row.getString(2),
                                row.getString(3),
                                name(row.getObject(4, UUID.class)),
                                Objects.requireNonNullElse(row.getString(5), ""),
                                Objects.requireNonNullElse(row.getString(6), "")))
                .list();
    }

    private String name(@Nullable UUID entry) {
        return entry == null ? "" : names.of(new EntryId(entry));
    }

    private static String question(String whole) {
        var points = whole.codePointCount(0, whole.length());
        return FaultTable.storable(
                points <= LONGEST_QUESTION
                        ? whole
                        : whole.substring(0, whole.offsetByCodePoints(0, LONGEST_QUESTION)));
    }
}
