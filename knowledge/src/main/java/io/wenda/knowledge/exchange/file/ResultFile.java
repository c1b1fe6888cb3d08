package io.wenda.knowledge.exchange.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** What became of every line of a file, or would become of it: a CSV. */
public final class ResultFile implements Closeable {
    private static final List<String> HEADER =
            List.of("row", "question", "outcome", "entry id", "error field", "error");

    private final CsvFile file;

    /** Begins the file. */
    public ResultFile(OutputStream out) throws IOException {
        file = CsvFile.of(out, HEADER);
    }

    /**
     * A line of it.
     *
     * @param number as a reader of the file that came in counts
     * @param field what is at fault, where something is, and {@code why}
     */
    public record Result(
            int number, String question, String outcome, String entry, String field, String why) {}

    /** Adds a line. */
    public void write(Result it) throws IOException {
        file.row(
                List.of(
                        Integer.toString(it.number()),
                        it.question(),
                        it.outcome(),
                        it.entry(),
                        it.field(),
                        it.why()));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
