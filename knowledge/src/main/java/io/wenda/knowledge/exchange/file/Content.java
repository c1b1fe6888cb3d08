package io.wenda.knowledge.exchange.file;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a file holds.
 *
 * @param header names of the columns of its lines' cells
 */
public record Content(List<String> header, List<Line> lines) {

    /** Items of a document: their cells are the columns of our own tables. */
    static Content of(List<Item> items) {
        return new Content(
                Column.HEADER,
                IntStream.range(0, items.size())
                        .mapToObj(i -> new Line(i + 1, items.get(i), Column.cells(items.get(i))))
                        .toList());
    }
}
