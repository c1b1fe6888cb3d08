package io.wenda.knowledge.entry;

import java.util.List;
import java.util.Locale;

/**
 * What one version changes of another.
 *
 * @param question word by word
 * @param similarQuestions line by line
 * @param answer word by word
 */
public record Difference(
        Version from,
        Version to,
        List<TextPiece> question,
        List<TextPiece> similarQuestions,
        List<TextPiece> answer) {

    static Difference of(Version from, Version to) {
        var locale = Locale.forLanguageTag(to.locale());
        return new Difference(
                from,
                to,
                Pieces.ofTexts(from.question(), to.question(), locale),
                Pieces.ofLines(from.similarQuestions(), to.similarQuestions()),
                Pieces.ofTexts(from.answer(), to.answer(), locale));
    }
}
