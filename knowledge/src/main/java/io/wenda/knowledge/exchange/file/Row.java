package io.wenda.knowledge.exchange.file;

import io.wenda.tenant.Refusal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A row of a table, its first row being 1. */
record Row(int number, List<String> cells) {

    static Refusal tooMany(FileLimits limits) {
        return FileFault.TOO_MANY_ROWS.refusal(
                limits.rows(), "the file has more than %d rows: split it".formatted(limits.rows()));
    }

    /**
     * The content of a table whose first row names its columns.
     *
     * @param mapping what columns mean whose names we do not know
     */
    static Content content(List<Row> rows, Map<String, Column> mapping) {
        var filled = rows.stream().filter(row -> !row.isEmpty()).toList();
        if (filled.isEmpty()) {
            throw FileFault.EMPTY.refusal("the table is empty");
        }
        var header = filled.getFirst().cells();
        var columns = columns(header, mapping);
        return new Content(
                header,
                columns.keySet(),
                filled.subList(1, filled.size()).stream().map(row -> row.line(columns)).toList());
    }

    private static Map<Column, Integer> columns(List<String> header, Map<String, Column> mapping) {
        var columns = new EnumMap<Column, Integer>(Column.class);
        for (var i = 0; i < header.size(); i++) {
            var name = header.get(i).strip();
            var column = mapping.get(name.toLowerCase(Locale.ROOT));
            if (column == null) {
                column = Column.named(name).orElse(null);
            }
            if (column != null) {
                columns.putIfAbsent(column, i);
            }
        }
        for (var needed : List.of(Column.QUESTION, Column.ANSWER)) {
            if (!columns.containsKey(needed)) {
                throw FileFault.COLUMN_MISSING.refusal(
                        needed.title(),
                        "the first row must name the columns, and one must be \"%s\"; it names %s: rename it, or say which it is"
                                .formatted(needed.title(), String.join(", ", header)));
            }
        }
        return columns;
    }

    private Line line(Map<Column, Integer> columns) {
        var values = new EnumMap<Column, String>(Column.class);
        columns.forEach((column, i) -> values.put(column, i < cells.size() ? cells.get(i) : ""));
        return new Line(number, Column.item(values), cells);
    }

    boolean isEmpty() {
        return cells.stream().allMatch(cell -> Objects.requireNonNullElse(cell, "").isBlank());
    }
}
