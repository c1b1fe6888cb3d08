package io.wenda.knowledge.flow;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.wenda.tenant.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * A company's own pattern of a code. It is matched in time linear in the text, whatever it is; what
 * it costs to compile is bounded before.
 */
final class CodePattern {
    private static final int LONGEST = 100;
    private static final int MOST_REPEATED = 1_000;
    private static final int MOST_INSTRUCTIONS = 2_000;
    private static final java.util.regex.Pattern REPEATED =
            java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");

    /** Where it stands in a text. */
    record At(String code, int start, int end) {}

    private final Pattern pattern;

    private CodePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    static CodePattern of(String written) {
        return new CodePattern(Pattern.compile(bare(written), Pattern.CASE_INSENSITIVE));
    }

    /** A code stands in a sentence: an end of the text in the pattern is no part of it. */
    private static String bare(String written) {
        var begun = written.startsWith("^") ? written.substring(1) : written;
        return begun.endsWith("$") && !begun.endsWith("\\$")
                ? begun.substring(0, begun.length() - 1)
                : begun;
    }

    /** Refuses what is no pattern, or too much of one. */
    static void check(String written, String... field) {
        if (written.length() > LONGEST) {
            throw Refusal.Invalid.tooLong(
                    "must have at most %d characters".formatted(LONGEST), field);
        }
        if (repeated(written) > MOST_REPEATED) {
            throw new Refusal.Invalid(
                    "repeats too much: all counts in braces multiplied must be at most %d"
                            .formatted(MOST_REPEATED),
                    field);
        }
        CodePattern read;
        try {
            read = of(written);
        } catch (PatternSyntaxException e) {
            throw new Refusal.Invalid(
                    "is no pattern that can be matched (RE2: no look-around, no back-reference): "
                            + e.getDescription(),
                    field);
        }
        if (read.pattern.programSize() > MOST_INSTRUCTIONS) {
            throw new Refusal.Invalid("is too large: make it simpler", field);
        }
        if (read.pattern.matches("")) {
            throw new Refusal.Invalid("must not match an empty text", field);
        }
    }

    private static long repeated(String written) {
        var counts = REPEATED.matcher(written);
        long all = 1;
        while (counts.find() && all <= MOST_REPEATED) {
            var most = counts.group(2) == null || counts.group(2).isEmpty() ? 1 : 2;
            all *= Math.max(1, Long.parseLong(counts.group(most)));
        }
        return all;
    }

    /** Those in the text that are no part of a longer word. */
    List<At> in(String text) {
        var found = new ArrayList<At>();
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (matcher.start() < matcher.end()
                    && ends(text, matcher.start() - 1)
                    && ends(text, matcher.end())) {
                found.add(new At(matcher.group(), matcher.start(), matcher.end()));
            }
        }
        return found;
    }

    private static boolean ends(String text, int at) {
        if (at < 0 || at >= text.length()) {
            return true;
        }
        char c = text.charAt(at);
        return c > 127 || !Character.isLetterOrDigit(c);
    }
}
