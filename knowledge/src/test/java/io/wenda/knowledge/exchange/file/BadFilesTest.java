package io.wenda.knowledge.exchange.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that cannot be read is refused with how to mend it; one that can be is read. */
class BadFilesTest {
    private static final KnowledgeFiles FILES = new KnowledgeFiles(Samples.LIMITS);
    private static final String TABLE = "问题,答案\n怎么退款？,三天内退款。\n";

    @Test
    void emptyFilesAreRefused() {
        refused(FileFault.EMPTY, "empty", "faq.csv", new byte[0]);
        refused(FileFault.EMPTY, "empty", "faq.csv", bytes("  \n \n"));
        refused(FileFault.EMPTY, "the table is empty", "faq.csv", bytes(",,\n,,\n"));
        refused(
                FileFault.NO_TEXT,
                "no text",
                "page.html",
                bytes("<html><body><script>x()</script></body></html>"));
        refused(FileFault.SCANNED, "OCR", "scan.pdf", Samples.pages(2));
    }

    @Test
    void encryptedFilesAreRefused() throws IOException, GeneralSecurityException {
        refused(
                FileFault.ENCRYPTED,
                "encrypted",
                "x.pdf",
                Samples.pdf(List.of(new Samples.Printed(12, "Secret")), "password"));
        refused(FileFault.ENCRYPTED, "encrypted", "x.xlsx", encrypted());
    }

    @Test
    void aFileIsWhatStandsInItWhateverItsName() {
        var pdf = Samples.pdf(List.of(new Samples.Printed(12, "Words")));

        assertThat(FILES.kind("faq.csv", pdf)).isEqualTo(FileFormat.PDF);
        assertThat(FILES.kind("faq.docx", bytes(TABLE))).isEqualTo(FileFormat.CSV);
        assertThat(FILES.kind("faq.csv", bytes("<!doctype html><p>Hello, you")))
                .isEqualTo(FileFormat.HTML);
        assertThat(FILES.kind("faq", bytes("# Refunds\n\nTake three days.")))
                .isEqualTo(FileFormat.MARKDOWN);
        refused(FileFault.UNKNOWN_KIND, "not text", "faq.csv", new byte[] {1, 2, 3, 'a', 'b'});
        refused(
                FileFault.PACKED,
                "neither XLSX nor DOCX",
                "faq.xlsx",
                Samples.zip("readme.txt", "x"));
        refused(FileFault.OLD_OFFICE, "old Office", "faq.xls", ole());
    }

    @Test
    void noSheetOfAWorkbookIsLeftOutWithoutAWord() throws IOException {
        var table = List.of(List.of("question", "answer"), List.of("Where?", "Here."));

        refused(
                FileFault.SEVERAL_SHEETS,
                "more than one sheet",
                "x.xlsx",
                workbook(table, List.of(), table));
        refused(
                FileFault.SEVERAL_SHEETS,
                "\"sheet 3\" beside the first",
                "x.xlsx",
                workbook(table, List.of(), table));
        assertThat(FILES.kind("x.xlsx", workbook(table, List.of()))).isEqualTo(FileFormat.XLSX);
        assertThat(FILES.read(FileFormat.XLSX, "x", workbook(table, List.of()), Map.of()).lines())
                .hasSize(1);
    }

    @SafeVarargs
    private static byte[] workbook(List<List<String>>... sheets) throws IOException {
        try (var book = new SXSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            for (var rows : sheets) {
                var sheet = book.createSheet("sheet " + (book.getNumberOfSheets() + 1));
                for (var cells : rows) {
                    var row = sheet.createRow(sheet.getLastRowNum() + 1);
                    cells.forEach(cell ->
                            row.createCell(Math.max(row.getLastCellNum(), 0)).setCellValue(cell));
                }
            }
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void damagedFilesAreRefused() {
        refused(FileFault.DAMAGED, "damaged", "x.xlsx", Samples.zip("xl/workbook.xml", "<nothing"));
        refused(
                FileFault.DAMAGED,
                "damaged",
                "x.docx",
                Samples.zip("word/document.xml", "<nothing"));
        refused(FileFault.DAMAGED, "damaged", "x.pdf", bytes("%PDF-1.7\nnothing more"));
        refused(
                FileFault.DAMAGED,
                "damaged",
                "x.docx",
                new byte[] {'P', 'K', 3, 4, 0, 1, 2, 3, 4, 5, 6, 7});
        refused(FileFault.UNREADABLE_ROW, "quote", "x.csv", bytes("question,answer\na,\"b\n"));
    }

    @Test
    void whatIsTooMuchIsRefusedBeforeItIsUnpacked() {
        refused(
                FileFault.TOO_LARGE_UNPACKED,
                "file is larger than 5.0 MB",
                "x.xlsx",
                Samples.bomb("xl/media/picture.png", 6));
        refused(
                FileFault.TOO_LARGE_UNPACKED,
                "table in the file is larger than 2.5 MB",
                "x.xlsx",
                Samples.bomb("xl/x.xml", 3));
        refused(
                FileFault.TOO_LARGE_UNPACKED,
                "document is larger than 0.5 MB",
                "x.docx",
                Samples.bomb("word/document.xml", 1));
        refused(FileFault.TOO_MANY_PAGES, "11 pages", "x.pdf", Samples.pages(11));
        refused(
                FileFault.TOO_MANY_ROWS,
                "more than 1000 rows",
                "x.csv",
                bytes("question,answer\n" + "q,a\n".repeat(1_001)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void chineseIsReadInEveryEncodingThatIsAtHomeThere(String charset) {
        var bytes = TABLE.repeat(1).getBytes(Charset.forName(charset));

        var content = FILES.read(FILES.kind("faq.csv", bytes), "faq.csv", bytes, Map.of());

        assertThat(content.lines().stream().map(Line::item))
                .containsExactly(Item.of("怎么退款？", List.of(), "三天内退款。"));
    }

    @Test
    void anotherEncodingIsRefused() {
        refused(
                FileFault.UNKNOWN_ENCODING,
                "encoding",
                "faq.csv",
                "question,answer\nÜber uns?,Größe für alle\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aTableThatNamesNoAnswerIsToldWhatItNames() {
        refused(
                FileFault.COLUMN_MISSING,
                "\"answer\"; it names Question, Antwort",
                "x.csv",
                bytes("Question,Antwort\na,b\n"));
        assertThat(
                        FILES.read(
                                        FileFormat.CSV,
                                        "x.csv",
                                        bytes("Question;Antwort\na;b\n"),
                                        Map.of("antwort", Column.ANSWER))
                                .lines())
                .containsExactly(new Line(2, Item.of("a", List.of(), "b"), List.of("a", "b")));
    }

    private static void refused(FileFault fault, String why, String name, byte[] bytes) {
        assertThatThrownBy(() -> FILES.read(FILES.kind(name, bytes), name, bytes, Map.of()))
                .asInstanceOf(InstanceOfAssertFactories.throwable(FileRefused.class))
                .hasMessageContaining(why)
                .extracting(it -> it.told().code())
                .isEqualTo(fault);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ole() {
        try (var files = new POIFSFileSystem()) {
            var out = new ByteArrayOutputStream();
            files.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] encrypted() throws IOException, GeneralSecurityException {
        try (var files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("password");
            try (var out = encryptor.getDataStream(files)) {
                out.write(Samples.zip("xl/workbook.xml", "<x/>"));
            }
            var out = new ByteArrayOutputStream();
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }
}
