package io.wenda.knowledge.exchange;

import io.wenda.knowledge.exchange.file.Line;
import io.wenda.tenant.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Lines that were refused. */
@Component
class FaultTable {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    FaultTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A line, and why it is not taken. */
    record Faulty(Line line, Refusal why) {}

    /** A line of the error file. */
    record Kept(ImportFault fault, List<String> cells) {}

    void add(ImportId id, List<Faulty> lines) {
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into knowledge_import_fault
                          (tenant_id, import_id, line, field, code, message, cells)
                        select current_setting('wenda.tenant_id')::uuid, ?, f.line, f.field,
                          f.code, f.message, f.cells::jsonb
                        from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[])
                          as f (line, field, code, message, cells)
                        """)
                .param(id.value())
                .param(lines.stream().map(it -> it.line().number()).toArray(Integer[]::new))
                .param(
                        lines.stream()
                                .map(it ->
                                        it.why().field().isEmpty()
                                                ? null
                                                : it.why().field().getFirst())
                                .toArray(String[]::new))
                .param(lines.stream().map(it -> it.why().code().name()).toArray(String[]::new))
                .param(lines.stream().map(it -> message(it.why())).toArray(String[]::new))
                .param(
                        lines.stream()
                                .map(it -> json.writeValueAsString(storable(it.line().cells())))
                                .toArray(String[]::new))
                .update();
    }

    /** Those below the line that was read last. */
    List<Kept> after(ImportId id, int line, int most) {
        return jdbc.sql(
                        """
                        select * from knowledge_import_fault
                        where import_id = ? and line > ? order by line limit ?
                        """)
                .param(id.value())
                .param(line)
                .param(most)
                .query((row, _) -> new Kept(fault(row), cells(row.getString("cells"))))
                .list();
    }

    /** Names of the columns of the lines of the file; none before it was read. */
    List<String> header(ImportId id) {
        return jdbc.sql("select header from knowledge_import where id = ? and header is not null")
                .param(id.value())
                .query((row, _) -> cells(row.getString(1)))
                .optional()
                .orElse(List.of());
    }

    static ImportFault fault(ResultSet row) throws SQLException {
        return new ImportFault(
                row.getInt("line"),
                row.getString("field"),
                Refusal.Code.valueOf(row.getString("code")),
                row.getString("message"));
    }

    /** What PostgreSQL keeps in JSON. */
    static List<String> storable(List<String> cells) {
        return cells.stream().map(FaultTable::storable).toList();
    }

    /** What PostgreSQL keeps of a text. */
    static String storable(String text) {
        return text.codePoints()
                .filter(it -> it != 0)
                .filter(it -> Character.getType(it) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private List<String> cells(String stored) {
        return json.readValue(stored, new TypeReference<List<String>>() {});
    }

    private static String message(Refusal refusal) {
        return Optional.ofNullable(refusal.getMessage()).orElse("refused");
    }
}
