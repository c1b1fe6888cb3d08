package io.wenda.tenant;

/** What every text from outside must be before it is stored or shown. */
public final class Text {
    /** Of what people name: a company, a member, a key, a channel, a group. */
    public static final int LONGEST_NAME = 200;

    private Text() {}

    /** One line without control characters, stripped of surrounding space: a name, a subject. */
    public static String line(String value, int maxCodePoints, String... field) {
        var line = value.strip();
        if (line.codePoints().anyMatch(Text::breaksALine)) {
            throw new Refusal.Invalid("must be one line without control characters", field);
        }
        return checked(line, maxCodePoints, field);
    }

    /** A text as it was written, line breaks and all. */
    public static String text(String value, int maxCodePoints, String... field) {
        return checked(value, maxCodePoints, field);
    }

    private static String checked(String value, int maxCodePoints, String... field) {
        if (value.isBlank()) {
            throw new Refusal.Invalid("must not be empty", field);
        }
        var length = value.codePointCount(0, value.length());
        if (length > maxCodePoints) {
            throw Refusal.Invalid.tooLong(
                    "must have at most %d characters, has %d".formatted(maxCodePoints, length),
                    field);
        }
        if (value.codePoints().anyMatch(Text::cannotBeStored)) {
            throw new Refusal.Invalid("must not contain NUL or half a surrogate pair", field);
        }
        return value;
    }

    private static boolean breaksALine(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** A surrogate that is a code point of its own has no partner. */
    private static boolean cannotBeStored(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }
}
