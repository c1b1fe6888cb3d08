package io.wenda.api.file;

import io.wenda.knowledge.exchange.file.FileFault;
import io.wenda.tenant.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/** A file that somebody sends, read into memory: neither too much nor too slowly. */
final class SentFile {
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final int PIECE = 64 * 1024;

    private final long largest;

    SentFile(long largest) {
        this.largest = largest;
    }

    byte[] read(HttpServletRequest request, Supplier<Refusal> tooLarge) throws IOException {
        if (request.getContentLengthLong() > largest) {
            throw tooLarge.get();
        }
        var end = System.nanoTime() + LONGEST.toNanos();
        var out = new ByteArrayOutputStream();
        var piece = new byte[PIECE];
        var in = request.getInputStream();
        for (var n = in.read(piece); n >= 0; n = in.read(piece)) {
            out.write(piece, 0, n);
            if (out.size() > largest) {
                throw tooLarge.get();
            }
            if (System.nanoTime() > end) {
                throw FileFault.SENT_TOO_SLOWLY.refusal("the file was sent too slowly: try again");
            }
        }
        return out.toByteArray();
    }
}
