package io.wenda.knowledge.exchange.file;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a file holds.
 *
 * @param header names of the columns of its lines' cells
 * @param said what the file says something of, be it that there is nothing
 */
public record Content(List<String> header, Set<Column> said, List<Line> lines) {

    /** Items that stand in forms: what none of them fills in, the file says nothing of. */
    static Content ofForms(List<Item> items) {
        var said = EnumSet.of(Column.QUESTION, Column.ANSWER);
        items.forEach(item -> said.addAll(Column.filled(item).keySet()));
        return of(items, said);
    }

    /** Passages of a document. */
    static Content ofPassages(List<Item> items) {
        return of(items, EnumSet.of(Column.QUESTION, Column.ANSWER));
    }

    /** Their cells are the columns of our own tables. */
    private static Content of(List<Item> items, Set<Column> said) {
        return new Content(
                Column.HEADER,
                said,
                IntStream.range(0, items.size())
                        .mapToObj(i -> new Line(i + 1, items.get(i), Column.cells(items.get(i))))
                        .toList());
    }
}
