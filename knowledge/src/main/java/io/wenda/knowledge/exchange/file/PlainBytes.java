package io.wenda.knowledge.exchange.file;

import com.ibm.icu.text.CharsetDetector;
import io.wenda.tenant.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the bytes of a text file into text: by its mark, as UTF-8, or as what Chinese Excel writes.
 */
final class PlainBytes {
    private static final Set<String> GUESSED = Set.of("GB18030", "Big5", "UTF-16LE", "UTF-16BE");
    private static final int LOOKED_AT = 64 * 1024;
    private static final int SURE = 10;

    private PlainBytes() {}

    static String text(byte[] bytes) {
        var text =
                marked(bytes)
                        .or(() -> halfEmpty(bytes))
                        .or(() -> decoded(bytes, 0, StandardCharsets.UTF_8))
                        .or(() -> guessed(bytes))
                        .orElseThrow(PlainBytes::unknown);
        if (text.isBlank()) {
            throw FileFault.EMPTY.refusal("the file is empty");
        }
        if (text.codePoints().anyMatch(PlainBytes::isBinary)) {
            throw FileFault.UNKNOWN_KIND.refusal(
                    "the file is not text, nor XLSX, DOCX or PDF: save it as one of them");
        }
        return text;
    }

    private static Optional<String> marked(byte[] bytes) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(strictly(bytes, 3, StandardCharsets.UTF_8));
        }
        if (begins(bytes, 0xFF, 0xFE)) {
            return Optional.of(strictly(bytes, 2, StandardCharsets.UTF_16LE));
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return Optional.of(strictly(bytes, 2, StandardCharsets.UTF_16BE));
        }
        return Optional.empty();
    }

    /** UTF-16 without a mark: Latin letters, commas and line ends have a byte of zero. */
    private static Optional<String> halfEmpty(byte[] bytes) {
        var zeros = new int[2];
        for (var i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
            if (bytes[i] == 0) {
                zeros[i % 2]++;
            }
        }
        if (zeros[0] + zeros[1] == 0 || bytes.length % 2 != 0) {
            return Optional.empty();
        }
        return decoded(
                bytes,
                0,
                zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    private static Optional<String> guessed(byte[] bytes) {
        var best = new CharsetDetector().setText(bytes).detect();
        return best != null && best.getConfidence() >= SURE && GUESSED.contains(best.getName())
                ? decoded(bytes, 0, Charset.forName(best.getName()))
                : Optional.empty();
    }

    private static String strictly(byte[] bytes, int from, Charset charset) {
        return decoded(bytes, from, charset).orElseThrow(PlainBytes::unknown);
    }

    private static Optional<String> decoded(byte[] bytes, int from, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder()
                            .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                            .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static boolean begins(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (var i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBinary(int codePoint) {
        return codePoint < ' '
                && codePoint != '\n'
                && codePoint != '\r'
                && codePoint != '\t'
                && codePoint != '\f'
                && codePoint != 0x0B;
    }

    private static Refusal unknown() {
        return FileFault.UNKNOWN_ENCODING.refusal(
                "the file's encoding is none of UTF-8, UTF-16, GB18030 and Big5: save it as UTF-8");
    }
}
