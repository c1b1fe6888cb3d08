package io.wenda.knowledge.exchange.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A small PDF makes neither much memory nor endless work, whatever is packed in it and how. */
@Timeout(120)
class PdfBombsTest {
    private static final KnowledgeFiles FILES = new KnowledgeFiles(Samples.LIMITS);
    private static final int MEGABYTE = 1024 * 1024;

    static Stream<List<COSName>> packings() {
        return Stream.of(
                List.of(COSName.FLATE_DECODE),
                List.of(COSName.FLATE_DECODE_ABBREVIATION),
                List.of(COSName.ASCII85_DECODE, COSName.FLATE_DECODE),
                List.of(COSName.ASCII_HEX_DECODE, COSName.FLATE_DECODE),
                List.of(COSName.LZW_DECODE),
                List.of(COSName.RUN_LENGTH_DECODE),
                List.of(COSName.RUN_LENGTH_DECODE, COSName.FLATE_DECODE, COSName.LZW_DECODE));
    }

    @ParameterizedTest
    @MethodSource("packings")
    void textIsReadHoweverItIsPacked(List<COSName> filters) {
        assertThat(read(PdfSamples.packed(PdfSamples.TEXT, filters)))
                .containsExactly("Refunds take three days.");
    }

    @ParameterizedTest
    @MethodSource("packings")
    void tooMuchIsRefusedHoweverItIsPacked(List<COSName> filters) {
        var text = " ".repeat(3 * MEGABYTE) + PdfSamples.TEXT;

        var bomb = PdfSamples.packed(text, filters);

        assertThat(bomb.length).isLessThan(MEGABYTE / 8);
        refused(FileFault.TOO_LARGE_UNPACKED, bomb);
    }

    @Test
    void aSpoiltHeaderHidesNothing() {
        var packed = Samples.deflated((" ".repeat(3 * MEGABYTE) + PdfSamples.TEXT));
        packed[0] = 'x';
        packed[1] = 'x';

        refused(
                FileFault.TOO_LARGE_UNPACKED,
                PdfSamples.raw(packed, it -> it.setItem(COSName.FILTER, COSName.FLATE_DECODE)));
    }

    @Test
    void objectsAndTheirPlacesCountToo() {
        var many =
                PdfSamples.document((_, page) ->
                        page.getCOSObject().setString("Words", " ".repeat(3 * MEGABYTE)));
        var places = new ByteArrayOutputStream();
        places.writeBytes(
                PdfSamples.bytes(
                        "%PDF-1.7\n1 0 obj <</Type/XRef/Size 9/W[1 2 1]/Root 2 0 R/Filter/FlateDecode>> stream\n"));
        places.writeBytes(Samples.deflated("\0".repeat(3 * MEGABYTE)));
        places.writeBytes(PdfSamples.bytes("\nendstream endobj\nstartxref\n9\n%%EOF"));

        refused(FileFault.TOO_LARGE_UNPACKED, many);
        refused(FileFault.TOO_LARGE_UNPACKED, places.toByteArray());
    }

    @Test
    void aRowIsAsLongAsARowIs() {
        var packed = Samples.deflated("\0" + PdfSamples.TEXT);

        assertThat(read(PdfSamples.raw(packed, it -> inRows(it, PdfSamples.TEXT.length()))))
                .containsExactly("Refunds take three days.");
        refused(
                FileFault.TOO_LARGE_UNPACKED,
                PdfSamples.raw(packed, it -> inRows(it, 2_000_000_000)));
    }

    private static void inRows(COSDictionary stream, int columns) {
        var rows = new COSDictionary();
        rows.setInt(COSName.PREDICTOR, 12);
        rows.setInt(COSName.COLUMNS, columns);
        stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        stream.setItem(COSName.DECODE_PARMS, rows);
    }

    @Test
    void millionsOfSmallThingsAreRefusedBeforeTheyAreObjects() {
        refused(
                FileFault.TOO_LARGE_UNPACKED,
                PdfSamples.packed(
                        "()".repeat(MEGABYTE) + PdfSamples.TEXT, List.of(COSName.FLATE_DECODE)));
    }

    @Test
    void picturesAreNoText() {
        refused(
                FileFault.SCANNED,
                PdfSamples.raw(
                        PdfSamples.bytes("\u00ff\u00d8\u00ff"),
                        it -> it.setItem(COSName.FILTER, COSName.DCT_DECODE)));
    }

    @Test
    void aPageMayHavePictures() {
        var file =
                PdfSamples.document((document, page) -> {
                    var picture =
                            PdfSamples.stream(document, PdfSamples.bytes("\u00ff\u00d8\u00ff"));
                    picture.setItem(COSName.TYPE, COSName.XOBJECT);
                    picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
                    picture.setItem(COSName.FILTER, COSName.DCT_DECODE);
                    var all = new COSDictionary();
                    all.setItem("P", picture);
                    page.getResources().getCOSObject().setItem(COSName.XOBJECT, all);
                    page.getCOSObject()
                            .setItem(
                                    COSName.CONTENTS,
                                    PdfSamples.stream(
                                            document,
                                            PdfSamples.bytes("/P Do " + PdfSamples.TEXT)));
                });

        assertThat(read(file)).containsExactly("Refunds take three days.");
    }

    @Test
    void pagesAreCountedWhateverTheirNumberIsSaidToBe() {
        refused(
                FileFault.TOO_MANY_PAGES,
                PdfSamples.document((document, _) -> {
                    for (var i = 0; i <= Samples.LIMITS.pages(); i++) {
                        var page = new PDPage();
                        page.getCOSObject()
                                .setItem(
                                        COSName.CONTENTS,
                                        PdfSamples.stream(document, PdfSamples.bytes("q Q")));
                        document.addPage(page);
                    }
                    document.getPages().getCOSObject().setInt(COSName.COUNT, 1);
                }));
    }

    @Test
    void formsThatDrawFormsComeToAnEnd() {
        refused(
                FileFault.TOO_LARGE_UNPACKED,
                PdfSamples.document((document, page) -> {
                    var resources = page.getResources();
                    for (var depth = 0; depth < 20; depth++) {
                        var form = new PDFormXObject(new PDStream(document));
                        form.setResources(resources);
                        resources = new PDResources();
                        resources.put(COSName.getPDFName("X"), form);
                        try (var out = form.getContentStream().createOutputStream()) {
                            out.write(PdfSamples.bytes(depth == 0 ? "q Q" : "/X Do ".repeat(20)));
                        }
                    }
                    page.setResources(resources);
                    page.getCOSObject()
                            .setItem(
                                    COSName.CONTENTS,
                                    PdfSamples.stream(document, PdfSamples.bytes("/X Do")));
                }));
    }

    @Test
    void whatIsPutAsideForeverIsRefused() {
        refused(
                FileFault.DAMAGED,
                PdfSamples.packed("q ".repeat(2_000), List.of(COSName.LZW_DECODE)));
    }

    @Test
    void aRangeOfCharactersIsNoLongerThanThereAreCharacters() {
        var ranges = "1 beginbfrange <00000000> <7ffffffe> <0041> endbfrange";

        refused(FileFault.DAMAGED, withMap(ranges));
        assertThat(read(withMap("1 beginbfrange <00> <ff> <0000> endbfrange")))
                .containsExactly("Refunds take three days.");
        refused(
                FileFault.DAMAGED,
                PdfSamples.font((document, font) -> {
                    var part = new COSDictionary();
                    var widths = new COSArray();
                    List.of(0, Integer.MAX_VALUE - 1, 500)
                            .forEach(it -> widths.add(COSInteger.get(it)));
                    part.setItem(COSName.TYPE, COSName.FONT);
                    part.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
                    part.setItem(COSName.W, widths);
                    var parts = new COSArray();
                    parts.add(part);
                    font.setItem(COSName.SUBTYPE, COSName.TYPE0);
                    font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
                    font.setItem(COSName.DESCENDANT_FONTS, parts);
                }));
    }

    @Test
    void whatIsNestedWithoutEndIsRefused() {
        refused(FileFault.DAMAGED, withMap("[".repeat(MEGABYTE)));
    }

    private static byte[] withMap(String map) {
        return PdfSamples.font((document, font) ->
                font.setItem(
                        COSName.TO_UNICODE, PdfSamples.stream(document, PdfSamples.bytes(map))));
    }

    /** Fails if a later version of the library no longer lets itself be guarded. */
    @Test
    void everyFilterOfTheLibraryIsGuarded() throws Exception {
        assertThat(read(PdfSamples.packed(PdfSamples.TEXT, List.of(COSName.FLATE_DECODE))))
                .isNotEmpty();

        for (var name :
                List.of(
                        "FlateDecode, Fl, DCTDecode, DCT, CCITTFaxDecode, CCF, LZWDecode, LZW, ASCIIHexDecode, AHx, ASCII85Decode, A85, RunLengthDecode, RL, Crypt, JPXDecode, JBIG2Decode"
                                .split(", "))) {
            assertThat(FilterFactory.INSTANCE.getFilter(name))
                    .as(name)
                    .isInstanceOf(PdfFilter.class);
        }
        assertThat(FilterFactory.INSTANCE.getFilter("Fl"))
                .isSameAs(FilterFactory.INSTANCE.getFilter("FlateDecode"));
        assertThatThrownBy(() -> Loader.loadPDF(Samples.pages(1)))
                .isInstanceOf(NoSuchElementException.class);
    }

    private static List<String> read(byte[] file) {
        return FILES.read(FILES.kind("x.pdf", file), "x.pdf", file, Map.of()).lines().stream()
                .map(it -> it.item().answer())
                .toList();
    }

    private static void refused(FileFault fault, byte[] file) {
        assertThatThrownBy(() -> read(file))
                .asInstanceOf(InstanceOfAssertFactories.throwable(FileRefused.class))
                .extracting(it -> it.told().code())
                .isEqualTo(fault);
    }
}
