package io.wenda.knowledge.exchange.file;

/**
 * Cuts a CMap into tokens exactly as the PDF library does, peculiarities included: what it sees
 * must be seen here.
 */
final class CMapTokens {
    /** What a token is; an array or a dictionary is one. */
    enum Kind {
        CODE,
        OPERATOR,
        OTHER,
        NAME,
        ARRAY_END,
        END
    }

    private static final String DELIMITERS = "%()/<>[]{}";
    private static final int NOTHING = -1;

    private final byte[] map;
    private int at;
    private int code;
    private String text = "";

    CMapTokens(byte[] map) {
        this.map = map;
    }

    /** Of the last token, if it is a code. */
    int code() {
        return code;
    }

    /** Of the last token, if it is an operator. */
    String text() {
        return text;
    }

    Kind next() {
        var first = read();
        while (first == '\t' || (isSpace(first) && first != NOTHING)) {
            first = read();
        }
        return switch (first) {
            case NOTHING -> Kind.END;
            case '%' -> {
                until("\r\n");
                yield Kind.OTHER;
            }
            case '(' -> until(")").equals("]") ? Kind.ARRAY_END : Kind.OTHER;
            case ']' -> Kind.ARRAY_END;
            case '[' -> array();
            case '<' -> read() == '<' ? dictionary() : hex();
            case '>' -> read() == '>' ? Kind.OTHER : Kind.END;
            case '/' -> {
                word(false);
                yield Kind.NAME;
            }
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> {
                text = (char) first + word(true);
                yield Kind.OPERATOR;
            }
        };
    }

    private Kind array() {
        for (var next = next(); next != Kind.END && next != Kind.ARRAY_END; ) {
            next = next();
        }
        return Kind.OTHER;
    }

    private Kind dictionary() {
        for (var key = next(); key == Kind.NAME; key = next()) {
            next();
        }
        return Kind.OTHER;
    }

    private Kind hex() {
        at--;
        code = 0;
        var digits = 0;
        for (var next = read(); next != NOTHING && next != '>'; next = read()) {
            var digit = Character.digit(next, 16);
            if (digit < 0 && !isSpace(next)) {
                return Kind.END;
            }
            code = digit < 0 ? code : (code << 4) + digit;
            digits += digit < 0 ? 0 : 1;
        }
        code <<= 4 * (digits % 2);
        return Kind.CODE;
    }

    private Kind number() {
        for (var next = read(); next == '.' || Character.isDigit(next); ) {
            next = read();
        }
        at--;
        return Kind.OTHER;
    }

    private String word(boolean untilDigit) {
        var word = new StringBuilder();
        for (var next = read(); !isSpace(next); next = read()) {
            if (DELIMITERS.indexOf(next) >= 0 || (untilDigit && Character.isDigit(next))) {
                at--;
                break;
            }
            word.append((char) next);
        }
        return word.toString();
    }

    private String until(String ends) {
        var read = new StringBuilder();
        for (var next = read(); next != NOTHING && ends.indexOf(next) < 0; next = read()) {
            read.append((char) next);
        }
        return read.toString();
    }

    /** No tab is one within a word. */
    private static boolean isSpace(int character) {
        return character == ' ' || character == '\r' || character == '\n' || character == NOTHING;
    }

    private int read() {
        return at < map.length ? map[at++] & 0xFF : end();
    }

    private int end() {
        at = map.length + 1;
        return NOTHING;
    }
}
