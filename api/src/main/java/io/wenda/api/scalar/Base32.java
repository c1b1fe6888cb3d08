package io.wenda.api.scalar;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** 16 bytes as 26 letters of Crockford's alphabet in lower case; each value has one form only. */
final class Base32 {
    private static final char[] LETTERS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int BYTES = 16;
    private static final int LENGTH = 26;
    private static final int[] VALUES = new int[128];

    static {
        Arrays.fill(VALUES, -1);
        for (var i = 0; i < LETTERS.length; i++) {
            VALUES[LETTERS[i]] = i;
        }
    }

    private Base32() {}

    static String encode(byte[] bytes) {
        var text = new char[LENGTH];
        var bits = 0;
        var held = 0;
        var at = 0;
        for (var b : bytes) {
            held = (held << 8) | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text[at++] = LETTERS[(held >>> bits) & 31];
            }
        }
        text[at] = LETTERS[(held << (5 - bits)) & 31];
        return new String(text);
    }

    /** The bytes, or null where the text is not their one form. */
    static byte @Nullable [] decode(String text) {
        if (text.length() != LENGTH) {
            return null;
        }
        var bytes = new byte[BYTES];
        var bits = 0;
        var held = 0;
        var at = 0;
        for (var i = 0; i < LENGTH; i++) {
            var letter = text.charAt(i);
            var value = letter < VALUES.length ? VALUES[letter] : -1;
            if (value < 0) {
                return null;
            }
            held = (held << 5) | value;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (held >>> bits);
            }
        }
        return (held & ((1 << bits) - 1)) == 0 ? bytes : null;
    }
}
