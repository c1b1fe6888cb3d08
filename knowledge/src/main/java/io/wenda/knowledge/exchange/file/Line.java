package io.wenda.knowledge.exchange.file;

import java.util.List;

/**
 * A line of a table or a passage of a document.
 *
 * @param number as a reader of the file counts
 * @param cells as they stood there, for the error file
 */
public record Line(int number, Item item, List<String> cells) {}
