package io.wenda.knowledge.exchange.file;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from taking a text for a formula: an apostrophe before it, as in the
 * spreadsheet itself. Reading takes away the one that writing set.
 */
final class Neutral {
    private static final Pattern FORMULA =
            Pattern.compile("'*[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);
    private static final Pattern NEUTRAL = Pattern.compile("'" + FORMULA.pattern(), Pattern.DOTALL);

    private Neutral() {}

    static String write(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    static String read(String cell) {
        return NEUTRAL.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    /** Whether the text would be a formula, were it typed into a cell. */
    static boolean isNeeded(String text) {
        return FORMULA.matcher(text).matches();
    }
}
