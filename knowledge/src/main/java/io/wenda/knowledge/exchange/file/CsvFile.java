package io.wenda.knowledge.exchange.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** CSV in UTF-8 with the mark that Excel needs; no cell is a formula. */
final class CsvFile implements ItemWriter {
    private final CSVPrinter printer;

    CsvFile(OutputStream out) throws IOException {
        this(out, Column.HEADER);
    }

    private CsvFile(OutputStream out, List<String> header) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        printer = CSVFormat.EXCEL.print(writer);
        row(header);
    }

    /** A table of whatever columns. */
    static CsvFile of(OutputStream out, List<String> header) throws IOException {
        return new CsvFile(out, header);
    }

    @Override
    public void write(Item item) throws IOException {
        row(Column.cells(item));
    }

    void row(List<String> cells) throws IOException {
        printer.printRecord(cells.stream().map(Neutral::write).toList());
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
