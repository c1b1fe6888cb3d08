package io.wenda.knowledge.exchange.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** XLSX of texts alone; what looks like a formula stays a text when it is edited, too. */
final class XlsxFile implements ItemWriter {
    private static final int IN_MEMORY = 100;
    private static final int WIDE = 40 * 256;

    /** What reads like an escaped character of the format is one, unless it is escaped itself. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final OutputStream out;
    private final SXSSFWorkbook book = new SXSSFWorkbook(null, IN_MEMORY, true);
    private final SXSSFSheet sheet = book.createSheet("knowledge");
    private final CellStyle quoted = book.createCellStyle();
    private int rows;

    XlsxFile(OutputStream out) {
        this.out = out;
        book.setZip64Mode(Zip64Mode.AsNeeded); // older readers know no other
        quoted.setQuotePrefixed(true);
        sheet.setDefaultColumnWidth(20);
        sheet.setColumnWidth(Column.HEADER.indexOf(Column.QUESTION.title()), WIDE);
        sheet.setColumnWidth(Column.HEADER.indexOf(Column.ANSWER.title()), WIDE);
        sheet.createFreezePane(0, 1);
        row(Column.HEADER);
    }

    @Override
    public void write(Item item) {
        row(Column.cells(item));
    }

    private void row(List<String> cells) {
        var row = sheet.createRow(rows++);
        for (var i = 0; i < cells.size(); i++) {
            var text = ESCAPE.matcher(XmlText.of(cells.get(i))).replaceAll("_x005F_");
            if (!text.isEmpty()) {
                var cell = row.createCell(i);
                cell.setCellValue(text);
                if (Neutral.isNeeded(text)) {
                    cell.setCellStyle(quoted);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (book) {
            book.write(out);
        }
    }
}
