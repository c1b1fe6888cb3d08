package io.wenda.knowledge.exchange.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads the one sheet with text of an XLSX file, row by row; of a formula, the value that it had.
 * More than one such sheet is refused: none of them is left out without a word.
 */
final class Sheets {
    private Sheets() {}

    static List<Row> read(byte[] bytes, FileLimits limits) {
        try (var parts = new PackedParts(bytes, limits);
                var file = parts.open()) {
            var reader = new XSSFReader(file);
            var styles = reader.getStylesTable();
            parts.readPiecemeal();
            var strings = new ReadOnlySharedStringsTable(file);
            var sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            if (!sheets.hasNext()) {
                throw FileFault.NO_SHEET.refusal("the workbook has no sheet");
            }
            var first = new Rows(limits);
            var others = new ArrayList<String>();
            for (var rows = first; sheets.hasNext(); rows = new Rows(limits)) {
                parse(sheets, styles, strings, rows);
                if (rows != first && !rows.read.stream().allMatch(Row::isEmpty)) {
                    others.add('"' + sheets.getSheetName() + '"');
                }
            }
            if (!others.isEmpty()) {
                var names = String.join(", ", others);
                throw FileFault.SEVERAL_SHEETS.refusal(
                        names,
                        "the workbook has more than one sheet with text in it: %s beside the first: save each as a file of its own"
                                .formatted(names));
            }
            return first.read;
        } catch (OpenXML4JException | IOException | SAXException | ParserConfigurationException _) {
            throw Kind.damaged();
        }
    }

    private static void parse(
            XSSFReader.SheetIterator sheets,
            @Nullable StylesTable styles,
            ReadOnlySharedStringsTable strings,
            Rows rows)
            throws OpenXML4JException, IOException, SAXException, ParserConfigurationException {
        try (var sheet = sheets.next()) {
            var parser = XMLHelper.newXMLReader();
            parser.setContentHandler(
                    new XSSFSheetXMLHandler(
                            styles, null, strings, rows, new DataFormatter(), false));
            parser.parse(new InputSource(sheet));
        }
    }

    private static final class Rows implements SheetContentsHandler {
        private static final int MOST_COLUMNS = 100;

        private final FileLimits limits;
        private final List<Row> read = new ArrayList<>();
        private long characters;
        private List<String> cells = new ArrayList<>();

        Rows(FileLimits limits) {
            this.limits = limits;
        }

        @Override
        public void startRow(int row) {
            cells = new ArrayList<>();
        }

        @Override
        public void endRow(int row) {
            if (read.size() > limits.rows()) {
                throw Row.tooMany(limits);
            }
            if (!cells.isEmpty()) {
                read.add(new Row(row + 1, List.copyOf(cells)));
            }
        }

        @Override
        public void cell(
                @Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
            var column = reference == null ? cells.size() : new CellReference(reference).getCol();
            if (value != null && column < MOST_COLUMNS) {
                while (cells.size() < column) {
                    cells.add("");
                }
                cells.add(value);
                // one text may stand in every cell, and is a text of its own behind
                characters += value.length();
                Packed.require(characters, Packed.mostOfTable(limits), Packed.TABLE);
            }
        }
    }
}
