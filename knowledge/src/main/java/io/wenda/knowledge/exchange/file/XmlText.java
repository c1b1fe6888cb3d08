package io.wenda.knowledge.exchange.file;

/** What XML can hold of a text: no control characters but tab and line end. */
final class XmlText {
    private XmlText() {}

    static String of(String text) {
        return text.codePoints().allMatch(XmlText::fits)
                ? text
                : text.codePoints()
                        .filter(XmlText::fits)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
    }

    private static boolean fits(int codePoint) {
        return codePoint < ' '
                ? codePoint == '\n' || codePoint == '\t'
                : codePoint != 0xFFFE && codePoint != 0xFFFF;
    }
}
