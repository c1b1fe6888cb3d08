package io.wenda.tenant.company;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/** Random texts that nobody guesses. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final char[] LETTERS = "abcdefghijkmnpqrstuvwxyz23456789".toCharArray();

    private Secrets() {}

    /** 256 bits, fit for addresses and headers as they are. */
    public static String secret() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Letters and digits that are not mistaken for one another, five bits each. */
    public static String letters(int length) {
        var text = new StringBuilder(length);
        for (var i = 0; i < length; i++) {
            text.append(LETTERS[RANDOM.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }

    /** A short name for addresses, made from a company's, and unlike that of any other company. */
    static String slug(String name) {
        var words =
                name.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("(^-|-$)", "");
        var start = words.substring(0, Math.min(40, words.length())).replaceAll("-$", "");
        return (start.isEmpty() ? "company" : start) + "-" + letters(8);
    }
}
