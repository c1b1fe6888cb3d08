package io.wenda.knowledge.exchange.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A file of Office, or a page, is what it says it is: it hides, fetches and multiplies nothing. */
@Timeout(60)
class OfficeBombsTest {
    private static final KnowledgeFiles FILES = new KnowledgeFiles(Samples.LIMITS);
    private static final int MEGABYTE = 1024 * 1024;
    private static final String HEADER = OfficeSamples.row("question", "answer");

    @Test
    void whatTheDirectoryOfAFileDoesNotListIsNotRead() {
        var listed = OfficeSamples.document("", "listed");
        var bomb = OfficeSamples.document("", "hidden".repeat(MEGABYTE));

        var file = OfficeSamples.hidden(bomb, listed);

        assertThat(OfficeSamples.firstPart(file, "word/document.xml")).contains("hidden");
        assertThat(answers("x.docx", file)).containsExactly("listed");
        assertThat(
                        answers(
                                "x.xlsx",
                                OfficeSamples.hidden(
                                        workbook(HEADER, "hidden".repeat(MEGABYTE)),
                                        workbook(HEADER + OfficeSamples.row("a", "b"), ""))))
                .containsExactly("b");
    }

    @Test
    void textIsCountedWhateverItsPartIsCalled() {
        refused(
                FileFault.TOO_LARGE_UNPACKED,
                "x.docx",
                Samples.zip(
                        "word/document.xml",
                        "<x/>",
                        "word/media/picture.png",
                        "<x>" + " ".repeat(MEGABYTE)));
    }

    @Test
    void ofAWorkbookWhatStandsInMemoryIsCountedByItself() {
        refused(
                FileFault.TOO_LARGE_UNPACKED,
                "x.xlsx",
                Samples.zip(
                        "xl/workbook.xml",
                        "<x/>",
                        "[Content_Types].xml",
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">%s</Types>"
                                .formatted(" ".repeat(MEGABYTE))));
    }

    @Test
    void oneTextInEveryCellCountsInEveryCell() {
        var rows = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>".repeat(100);

        refused(
                FileFault.TOO_LARGE_UNPACKED,
                "x.xlsx",
                workbook(HEADER + rows, "x".repeat(90_000)));
        assertThat(answers("x.xlsx", workbook(HEADER + rows, "x"))).hasSize(100);
    }

    @Test
    void aPageOfTagsAloneIsRefused() {
        refused(
                FileFault.TOO_MANY_PARTS,
                "x.html",
                ("<html>" + "<b>".repeat(500_000)).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] workbook(String rows, String text) {
        return OfficeSamples.workbook("", rows, "", text);
    }

    @Test
    void nothingIsFetchedFromElsewhere() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var elsewhere = "http://127.0.0.1:%d/x".formatted(server.getLocalPort());
            for (var doctype :
                    List.of(
                            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                            "<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]>".formatted(elsewhere),
                            "<!DOCTYPE x [<!ENTITY %% p SYSTEM \"%s\">%%p;]>".formatted(elsewhere),
                            "<!DOCTYPE x SYSTEM \"%s\">".formatted(elsewhere))) {
                everyPartRefuses(doctype, doctype.contains("ENTITY e ") ? "&e;" : "e");
            }
            server.setSoTimeout(1);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void entitiesDoNotMultiply() {
        var laughs =
                IntStream.range(1, 10)
                        .mapToObj(it ->
                                "<!ENTITY e%d \"%s\">"
                                        .formatted(it, "&e%d;".formatted(it - 1).repeat(10)))
                        .collect(Collectors.joining("", "<!DOCTYPE x [<!ENTITY e0 \"ha\">", "]>"));

        everyPartRefuses(laughs, "&e9;");
    }

    private static void everyPartRefuses(String doctype, String text) {
        var rows = HEADER + OfficeSamples.row("a", text);
        refused(FileFault.DAMAGED, "x.docx", OfficeSamples.document(doctype, text));
        refused(FileFault.DAMAGED, "x.xlsx", OfficeSamples.workbook(doctype, rows, "", "b"));
        refused(FileFault.DAMAGED, "x.xlsx", OfficeSamples.workbook("", HEADER, doctype, text));
        assertThat(
                        answers(
                                "x.html",
                                ("<html>" + doctype + "<h1>a</h1>" + text)
                                        .getBytes(StandardCharsets.UTF_8)))
                .last(InstanceOfAssertFactories.STRING)
                .isEqualTo(text);
    }

    private static List<String> answers(String name, byte[] file) {
        return FILES.read(FILES.kind(name, file), name, file, Map.of()).lines().stream()
                .map(it -> it.item().answer())
                .toList();
    }

    private static void refused(FileFault fault, String name, byte[] file) {
        assertThatThrownBy(() -> answers(name, file))
                .asInstanceOf(InstanceOfAssertFactories.throwable(FileRefused.class))
                .extracting(it -> it.told().code())
                .isEqualTo(fault);
    }
}
