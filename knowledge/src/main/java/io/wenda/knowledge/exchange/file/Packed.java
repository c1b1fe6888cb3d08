package io.wenda.knowledge.exchange.file;

import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks how much is packed in a ZIP before a library does. Pictures cost nothing, XML stands in
 * memory, and the text of a document several times.
 */
final class Packed {
    private static final int MOST_PARTS = 10_000;
    private static final int XML = 2;
    private static final int DOCUMENT = 10;

    private final long all;
    private final Set<String> names = new HashSet<>();
    private long size;
    private long xml;
    private long document;

    private Packed(FileLimits limits) {
        this.all = limits.unpacked().toBytes();
    }

    /** The names of the parts; refuses a file in which too much is packed. */
    static Set<String> names(byte[] bytes, FileLimits limits) {
        var packed = new Packed(limits);
        try (var zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                        .get()) {
            var buffer = new byte[64 * 1024];
            for (var part : Collections.list(zip.getEntries())) {
                packed.names.add(part.getName());
                try (var in = zip.getInputStream(part)) {
                    for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        packed.take(part.getName(), n);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException _) {
            throw Kind.damaged();
        }
        return packed.names;
    }

    private void take(String name, int bytes) {
        size += bytes;
        xml += name.endsWith(".xml") || name.endsWith(".rels") ? bytes : 0;
        document += name.startsWith("word/") && name.endsWith(".xml") ? bytes : 0;
        require(size, all, "what is packed in the file");
        require(xml, all / XML, "the table in the file");
        require(document, all / DOCUMENT, "the text of the document");
        if (names.size() > MOST_PARTS) {
            throw FileFault.TOO_MANY_PARTS.refusal(
                    MOST_PARTS, "the file has more than %d parts: split it".formatted(MOST_PARTS));
        }
    }

    private static void require(long bytes, long most, String what) {
        if (bytes > most) {
            var megabytes = "%.1f".formatted(most / 1048576.0);
            throw FileFault.TOO_LARGE_UNPACKED.refusal(
                    megabytes, "%s is larger than %s MB: split it".formatted(what, megabytes));
        }
    }
}
