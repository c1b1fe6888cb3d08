package io.wenda.knowledge.exchange.file;

import io.wenda.tenant.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** DOCX that people read and edit: a heading and a table of two columns for each entry. */
final class WordFile implements ItemWriter {
    private static final String HEADING = "Heading2";
    private static final int WIDTH = 9000;

    /** The library keeps the whole document in memory. */
    private static final int MOST = 2_000;

    private final OutputStream out;
    private final XWPFDocument document = new XWPFDocument();
    private int written;

    WordFile(OutputStream out) {
        this.out = out;
        var style = CTStyle.Factory.newInstance();
        style.setStyleId(HEADING);
        style.addNewName().setVal("heading 2");
        var form = style.addNewPPr();
        form.addNewOutlineLvl().setVal(BigInteger.ONE);
        form.addNewKeepNext();
        var font = style.addNewRPr();
        font.addNewB();
        font.addNewSz().setVal(BigInteger.valueOf(28));
        var heading = new XWPFStyle(style);
        heading.setType(STStyleType.PARAGRAPH);
        document.createStyles().addStyle(heading);
    }

    @Override
    public void write(Item item) {
        if (++written > MOST) {
            throw Refusal.Invalid.tooLong(
                    "a DOCX file has at most %d entries: narrow the filter, or take another format"
                            .formatted(MOST),
                    "format");
        }
        var heading = document.createParagraph();
        heading.setStyle(HEADING);
        heading.createRun().setText(XmlText.of(item.question()));
        var filled = List.copyOf(Column.filled(item).entrySet());
        var table = document.createTable(filled.size(), 2);
        table.setWidth(WIDTH);
        for (var i = 0; i < filled.size(); i++) {
            fill(table, i, filled.get(i).getKey().title(), filled.get(i).getValue());
        }
    }

    private static void fill(XWPFTable table, int row, String title, String text) {
        var cells = table.getRow(row);
        cells.getCell(0).setText(title);
        cells.getCell(0).setWidth("2000");
        cells.getCell(1).setWidth("7000");
        var lines = List.of(XmlText.of(text).split("\n", -1));
        for (var i = 0; i < lines.size(); i++) {
            var paragraph =
                    i == 0
                            ? cells.getCell(1).getParagraphs().getFirst()
                            : cells.getCell(1).addParagraph();
            paragraph.createRun().setText(lines.get(i));
        }
    }

    @Override
    public void close() throws IOException {
        try (document) {
            if (written <= MOST) {
                document.write(out);
            }
        }
    }
}
