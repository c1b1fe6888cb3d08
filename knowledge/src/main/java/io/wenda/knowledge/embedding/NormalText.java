package io.wenda.knowledge.embedding;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text in the one form in which questions and knowledge are compared: NFKC, case folded,
 * traditional characters written simplified, no marks between sentences, white space single.
 */
public record NormalText(String value) {

    private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();
    private static final Transliterator SIMPLIFYING =
            Transliterator.getInstance("Traditional-Simplified");
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("(?:[\\s\\p{Z}\\p{Cc}?!;。、…]|[.,:]+(?=\\s|$|\\p{IsHan}))+");
    private static final Pattern CODE =
            Pattern.compile("(?=[a-z0-9-]*[0-9])[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final int SHORTEST_CODE = 3;

    public static NormalText of(String text) {
        var straight = text.replace('\u2019', '\'').replace('\u2018', '\'');
        var folded = BETWEEN_WORDS.matcher(FOLDING.normalize(straight)).replaceAll(" ").strip();
        return new NormalText(hasHan(folded) ? SIMPLIFYING.transliterate(folded) : folded);
    }

    /**
     * The language whose model understands it: Chinese as soon as there is one Chinese character.
     */
    public Language language() {
        return hasHan(value) ? Language.CHINESE : Language.ENGLISH;
    }

    /**
     * Error codes, product and order numbers: words of three and more letters that have a digit.
     */
    public Set<String> codes() {
        var codes = new LinkedHashSet<String>();
        var matcher = CODE.matcher(value);
        while (matcher.find()) {
            if (matcher.group().length() >= SHORTEST_CODE) {
                codes.add(matcher.group());
            }
        }
        return codes;
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    private static boolean hasHan(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
