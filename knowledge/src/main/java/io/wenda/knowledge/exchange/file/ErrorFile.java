package io.wenda.knowledge.exchange.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** The lines of a file that were refused, with why: a CSV that can be mended and sent again. */
public final class ErrorFile implements Closeable {
    private final CsvFile file;
    private final int columns;

    /**
     * Begins the file.
     *
     * @param header of the lines' cells
     */
    public ErrorFile(OutputStream out, List<String> header) throws IOException {
        columns = header.size();
        var all = new ArrayList<>(header);
        all.add("error row");
        all.add("error field");
        all.add("error");
        file = CsvFile.of(out, all);
    }

    /** Adds a line. */
    public void write(int number, List<String> cells, String field, String why) throws IOException {
        var all = new ArrayList<>(cells);
        while (all.size() < columns) {
            all.add("");
        }
        all.subList(columns, all.size()).clear();
        all.add(Integer.toString(number));
        all.add(field);
        all.add(why);
        file.row(all);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
