package io.wenda.knowledge.exchange.file;

import java.io.Closeable;
import java.io.IOException;

/** Writes entries into a file, one after the other; closing it makes it whole. */
public sealed interface ItemWriter extends Closeable
        permits CsvFile, XlsxFile, MarkdownFile, HtmlFile, WordFile {
    void write(Item item) throws IOException;
}
