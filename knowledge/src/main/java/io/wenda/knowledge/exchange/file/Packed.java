package io.wenda.knowledge.exchange.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks how much is packed in a ZIP before a library does. Pictures cost nothing, XML stands in
 * memory, and the text of a document several times.
 */
final class Packed {
    private static final int MOST_PARTS = 10_000;
    private static final int XML = 2;
    private static final int DOCUMENT = 10;
    static final String TABLE = "the table in the file";
    private static final Pattern XML_START =
            Pattern.compile("[\\s<L]|\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE|\0+[<\u00FE]");

    private final long all;
    private final Set<String> names = new HashSet<>();
    private long size;
    private long xml;
    private long document;

    private Packed(FileLimits limits) {
        this.all = limits.unpacked().toBytes();
    }

    /** Of what the libraries keep in memory as a tree. */
    static long mostInMemory(FileLimits limits) {
        return limits.unpacked().toBytes() / DOCUMENT;
    }

    /** Of all cells together. */
    static long mostOfTable(FileLimits limits) {
        return limits.unpacked().toBytes() / XML;
    }

    /** The names of the parts; refuses a file in which too much is packed. */
    static Set<String> names(byte[] bytes, FileLimits limits) {
        var packed = new Packed(limits);
        try (var zip = PackedParts.zip(bytes)) {
            var isDocument =
                    zip.getEntry("word/document.xml") != null
                            && zip.getEntry("xl/workbook.xml") == null;
            for (var part : Collections.list(zip.getEntries())) {
                packed.names.add(part.getName());
                try (var in = zip.getInputStream(part)) {
                    packed.take(part.getName(), in, isDocument);
                }
            }
        } catch (IOException | IllegalArgumentException _) {
            throw Kind.damaged();
        }
        return packed.names;
    }

    private void take(String name, InputStream in, boolean isDocument) throws IOException {
        var buffer = new byte[64 * 1024];
        var n = in.readNBytes(buffer, 0, buffer.length);
        var isXml = name.endsWith(".xml") || name.endsWith(".rels") || isXml(buffer, n);
        while (n > 0) {
            size += n;
            xml += isXml ? n : 0;
            document += isXml && isDocument ? n : 0;
            require(size, all, "what is packed in the file");
            require(xml, all / XML, TABLE);
            require(document, all / DOCUMENT, "the text of the document");
            n = in.readNBytes(buffer, 0, buffer.length);
        }
        if (names.size() > MOST_PARTS) {
            throw FileFault.TOO_MANY_PARTS.refusal(
                    MOST_PARTS, "the file has more than %d parts: split it".formatted(MOST_PARTS));
        }
    }

    /** By what it begins with in any encoding of XML: the name of a part says nothing. */
    private static boolean isXml(byte[] part, int length) {
        var start = new String(part, 0, Math.min(length, 4), StandardCharsets.ISO_8859_1);
        return XML_START.matcher(start).lookingAt();
    }

    static void require(long bytes, long most, String what) {
        if (bytes > most) {
            throw tooLarge(most, what);
        }
    }

    static FileRefused tooLarge(long most, String what) {
        var megabytes = "%.1f".formatted(most / 1048576.0);
        return FileFault.TOO_LARGE_UNPACKED.refusal(
                megabytes, "%s is larger than %s MB: split it".formatted(what, megabytes));
    }
}
