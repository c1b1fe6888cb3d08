package io.wenda.knowledge.exchange.file;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads CSV, whatever stands between its cells: comma, semicolon or tab. */
final class Tables {
    private static final List<Character> BETWEEN = List.of(',', ';', '\t');
    private static final int LOOKED_AT = 20;

    private Tables() {}

    /** Whether the first lines have the same two cells or more, or a header that we know. */
    static boolean looksLikeOne(String text) {
        var delimiter = delimiter(text);
        try (var parser = parser(text, delimiter)) {
            var widths = new ArrayList<Integer>();
            var records = parser.iterator();
            while (records.hasNext() && widths.size() < LOOKED_AT) {
                var row = records.next();
                if (widths.isEmpty()
                        && row.stream()
                                        .flatMap(it -> Column.named(Neutral.read(it)).stream())
                                        .count()
                                > 1) {
                    return true;
                }
                widths.add(row.size());
            }
            return widths.size() > 1
                    && widths.getFirst() > 1
                    && widths.stream().distinct().count() == 1;
        } catch (IOException | UncheckedIOException | IllegalStateException _) {
            return false;
        }
    }

    static List<Row> read(String text, FileLimits limits) {
        var rows = new ArrayList<Row>();
        try (var parser = parser(text, delimiter(text))) {
            for (var row : parser) {
                if (rows.size() > limits.rows()) {
                    throw Row.tooMany(limits);
                }
                rows.add(new Row((int) row.getRecordNumber(), cells(row)));
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw FileFault.UNREADABLE_ROW.refusal(
                    rows.size(),
                    "the table cannot be read after row %d: is a quote not closed?"
                            .formatted(rows.size()));
        }
        return rows;
    }

    private static List<String> cells(CSVRecord row) {
        return row.stream().map(Neutral::read).toList();
    }

    private static CSVParser parser(String text, char delimiter) throws IOException {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .get()
                .parse(new StringReader(text));
    }

    /** What cuts the first line into most cells. */
    private static char delimiter(String text) {
        var best = BETWEEN.getFirst();
        for (var delimiter : BETWEEN) {
            if (widthOfFirst(text, delimiter) > widthOfFirst(text, best)) {
                best = delimiter;
            }
        }
        return best;
    }

    private static int widthOfFirst(String text, char delimiter) {
        try (var parser = parser(text, delimiter)) {
            var records = parser.iterator();
            return records.hasNext() ? records.next().size() : 0;
        } catch (IOException | UncheckedIOException | IllegalStateException _) {
            return 0;
        }
    }
}
