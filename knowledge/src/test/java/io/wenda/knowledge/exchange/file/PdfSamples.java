package io.wenda.knowledge.exchange.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** PDFs of which every part can be laid out by hand. */
final class PdfSamples {
    static final String TEXT = "BT /F1 12 Tf 50 700 Td (Refunds take three days.) Tj ET";

    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int BITS = 9;
    private static final int MOST_CODES = 500;

    private PdfSamples() {}

    /** A page that draws the text, packed by the filters from the last to the first. */
    static byte[] packed(String text, List<COSName> filters) {
        var bytes = bytes(text);
        for (var filter : filters.reversed()) {
            bytes = packed(bytes, filter);
        }
        return raw(bytes, stream -> stream.setItem(COSName.FILTER, names(filters)));
    }

    /** A page whose stream holds these bytes as they are. */
    static byte[] raw(byte[] bytes, Consumer<COSStream> laid) {
        return document((document, page) -> {
            var stream = stream(document, bytes);
            laid.accept(stream);
            page.getCOSObject().setItem(COSName.CONTENTS, stream);
        });
    }

    /** A page that draws the text, in a font that is laid out by hand. */
    static byte[] font(FontLayout layout) {
        return document((document, page) -> {
            layout.lay(document, font(page));
            page.getCOSObject().setItem(COSName.CONTENTS, stream(document, bytes(TEXT)));
        });
    }

    interface FontLayout {
        void lay(PDDocument document, COSDictionary font) throws IOException;
    }

    interface Layout {
        void lay(PDDocument document, PDPage page) throws IOException;
    }

    static COSDictionary font(PDPage page) {
        return page.getResources()
                .getCOSObject()
                .getCOSDictionary(COSName.FONT)
                .getCOSDictionary(COSName.getPDFName("F1"));
    }

    static byte[] document(Layout layout) {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            page.setResources(new PDResources());
            page.getResources().put(COSName.getPDFName("F1"), new PDType1Font(FontName.HELVETICA));
            layout.lay(document, page);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static COSStream stream(PDDocument document, byte[] bytes) throws IOException {
        var stream = document.getDocument().createCOSStream();
        try (var out = stream.createRawOutputStream()) {
            out.write(bytes);
        }
        return stream;
    }

    private static COSArray names(List<COSName> filters) {
        var names = new COSArray();
        filters.forEach(names::add);
        return names;
    }

    private static byte[] packed(byte[] bytes, COSName filter) {
        if (filter.equals(COSName.RUN_LENGTH_DECODE)) {
            return inRuns(bytes);
        }
        if (filter.equals(COSName.LZW_DECODE)) {
            return inWords(bytes);
        }
        var out = new ByteArrayOutputStream();
        try {
            FilterFactory.INSTANCE
                    .getFilter(filter)
                    .encode(new ByteArrayInputStream(bytes), out, new COSDictionary(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The library reads them, but writes none. */
    private static byte[] inRuns(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        for (var from = 0; from < bytes.length; ) {
            var to = from + 1;
            while (to < bytes.length && bytes[to] == bytes[from] && to - from < 128) {
                to++;
            }
            out.write(to - from == 1 ? 0 : 257 - (to - from));
            out.write(bytes[from]);
            from = to;
        }
        out.write(128);
        return out.toByteArray();
    }

    /** The library takes a second for each of some hundred kilobytes. */
    private static byte[] inWords(byte[] bytes) {
        var bits = new BitSet();
        var codes = new ArrayList<Integer>(List.of(CLEAR));
        var next = new HashMap<Integer, Integer>();
        var word = -1;
        for (var each : bytes) {
            var letter = each & 0xFF;
            var longer = word < 0 ? Integer.valueOf(letter) : next.get((word << 8) | letter);
            if (longer != null) {
                word = longer;
                continue;
            }
            codes.add(word);
            next.put((word << 8) | letter, END + 1 + next.size());
            if (END + next.size() == MOST_CODES) {
                codes.add(CLEAR);
                next.clear();
            }
            word = letter;
        }
        codes.add(word);
        codes.add(END);
        for (var i = 0; i < codes.size() * BITS; i++) {
            bits.set(
                    (i / 8) * 8 + 7 - i % 8,
                    ((codes.get(i / BITS) >> (BITS - 1 - i % BITS)) & 1) == 1);
        }
        return Arrays.copyOf(bits.toByteArray(), (codes.size() * BITS + 7) / 8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
