package io.wenda.knowledge.gap;

import io.wenda.tenant.privacy.Masking;
import java.util.regex.Pattern;

/** What somebody wrote, fit to be kept here: without personal data, and not too long. */
final class PlainLine {
    private static final int LONGEST_QUESTION = 500;
    private static final int LONGEST_ANSWER = 8_000;
    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\p{Cc}]+");

    private PlainLine() {}

    /** A question, in one line. */
    static String question(String text) {
        var line = SPACE.matcher(Masking.mask(text)).replaceAll(" ").strip();
        return beginning(line, LONGEST_QUESTION).strip();
    }

    /** An answer, line breaks and all. */
    static String answer(String text) {
        return beginning(Masking.mask(text).strip(), LONGEST_ANSWER);
    }

    private static String beginning(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
