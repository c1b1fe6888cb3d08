package io.wenda.knowledge.exchange.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A file as it would be without the ids of one company's entries. */
public final class Rewritten {
    private Rewritten() {}

    /** Reads it and writes it anew. */
    public static byte[] withoutIds(byte[] file, FileFormat format) {
        var files = new KnowledgeFiles(Samples.LIMITS);
        var out = new ByteArrayOutputStream();
        try (var writer = files.writer(format, out)) {
            for (var line : files.read(format, "export", file, Map.of()).lines()) {
                var item = line.item();
                writer.write(
                        new Item(
                                null,
                                item.state(),
                                item.locale(),
                                item.category(),
                                item.tags(),
                                item.question(),
                                item.similarQuestions(),
                                item.answer(),
                                item.audience(),
                                item.validFrom(),
                                item.validUntil()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
