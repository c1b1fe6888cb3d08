package io.wenda.knowledge.exchange.file;

/**
 * Counts the characters of the ranges in a CMap: first, last and target, by threes. Where the
 * library may have left a list of ranges or may not, both are followed: none is missed.
 */
final class CMapRanges {
    private static final String BEGIN = "beginbfrange";

    private boolean first;
    private boolean last;
    private boolean target;
    private long from;
    private long to;
    private long characters;

    private CMapRanges() {}

    /** Of all ranges together. */
    static long characters(byte[] map) {
        var ranges = new CMapRanges();
        var tokens = new CMapTokens(map);
        for (var next = tokens.next(); next != CMapTokens.Kind.END; next = tokens.next()) {
            switch (next) {
                case CODE -> ranges.code(tokens.code());
                case OPERATOR -> ranges.then(tokens.text().equals(BEGIN) || ranges.target);
                default -> ranges.then(ranges.target);
            }
        }
        return ranges.characters;
    }

    private void code(long code) {
        characters += target ? Math.max(0, to - from + 1) : 0;
        from = to;
        to = code;
        var ended = target;
        target = last;
        last = first;
        first = ended;
    }

    /** What is no code is a target that is not written out, if one is due. */
    private void then(boolean begins) {
        first = begins;
        last = false;
        target = false;
    }
}
