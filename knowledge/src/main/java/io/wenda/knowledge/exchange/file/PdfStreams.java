package io.wenda.knowledge.exchange.file;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks how much is packed in a PDF before the library does, which would unpack it into memory. A
 * stream may be packed twice.
 */
final class PdfStreams {
    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final int PIECE = 64 * 1024;

    private final FileLimits limits;
    private long left;

    private PdfStreams(FileLimits limits) {
        this.limits = limits;
        this.left = limits.unpacked().toBytes();
    }

    /** Refuses a file in which too much is packed. */
    static void require(byte[] bytes, FileLimits limits) {
        var streams = new PdfStreams(limits);
        for (var at = 0; at < bytes.length - STREAM.length; at++) {
            if (isStream(bytes, at)) {
                var from = at + STREAM.length;
                while (from < bytes.length && (bytes[from] == '\r' || bytes[from] == '\n')) {
                    from++;
                }
                if (from < bytes.length && isZlib(bytes[from])) {
                    streams.unpack(bytes, from);
                }
            }
        }
    }

    private static boolean isStream(byte[] bytes, int at) {
        for (var i = 0; i < STREAM.length; i++) {
            if (bytes[at + i] != STREAM[i]) {
                return false;
            }
        }
        return true;
    }

    /** By the method in its header (RFC 1950). */
    private static boolean isZlib(byte first) {
        return (first & 0x0F) == 8;
    }

    private void unpack(byte[] bytes, int from) {
        try (var outer = new Inflater();
                var inner = new Inflater()) {
            outer.setInput(bytes, from, bytes.length - from);
            var piece = new byte[PIECE];
            var twice = false;
            for (var n = outer.inflate(piece); n > 0; n = outer.inflate(piece)) {
                take(n);
                twice = twice || (outer.getBytesWritten() == n && isZlib(piece[0]));
                if (twice) {
                    inner.setInput(piece, 0, n);
                    unpackAgain(inner);
                }
            }
        } catch (DataFormatException _) {
            // not packed like this, or not any further: what there was is counted
        }
    }

    private void unpackAgain(Inflater inner) throws DataFormatException {
        var piece = new byte[PIECE];
        for (var n = inner.inflate(piece); n > 0; n = inner.inflate(piece)) {
            take(n);
        }
    }

    private void take(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw FileFault.TOO_LARGE_UNPACKED.refusal(
                    limits.unpacked().toMegabytes(),
                    "what is packed in the file is larger than %d MB: split it"
                            .formatted(limits.unpacked().toMegabytes()));
        }
    }
}
