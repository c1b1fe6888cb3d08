package io.wenda.knowledge.embedding;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text in the one form in which questions and knowledge are compared: NFKC, case folded,
 * traditional characters written simplified, no marks between sentences, white space single.
 *
 * @param language whose model reads it: Chinese as soon as there is one Chinese character
 */
public record NormalText(String value, Language language) {

    private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();
    private static final Transliterator SIMPLIFYING =
            Transliterator.getInstance("Traditional-Simplified");
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("[\\s\\p{Z}\\p{Cc}?!;。、…]++|[.,:]++(?=\\s|$|\\p{IsHan})");
    private static final Pattern SPACES = Pattern.compile(" {2,}+");
    private static final Pattern CODE =
            Pattern.compile("(?=[a-z0-9-]*[0-9])[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final int SHORTEST_CODE = 3;

    private static final Pattern LATIN = Pattern.compile("[a-z0-9]{2,}+");

    /** A model in several words: a name, its number, and which of its kind. */
    private static final Pattern MODEL =
            Pattern.compile(
                    "(?<![a-z0-9-])([a-z]{2,20})[ -]?([0-9]{1,2})(?![a-z0-9-]|[.:/][0-9])"
                            + "(?:[ -]?(pro max|pro|max|plus|ultra|mini|air|lite|se)(?![a-z0-9]))?");

    /** A code whose letters and number are apart, as in XK 300. */
    private static final Pattern CODE_APART =
            Pattern.compile("(?<![a-z0-9-])(?<![0-9] )([a-z]{1,4}) ([0-9][a-z0-9-]+)");

    private static final Pattern SMALL_WORD =
            Pattern.compile(
                    "how|what|who|why|when|where|u|in|on|at|of|to|for|by|the|and|or|about|after|before|than|only|over|under|"
                            + "within|until|from|with|last|next|is|are|was|have|has|need|want|paid|pay|"
                            + "costs?|me|my|us|all|every|like|around|add|another|ago|since|just|got|get");

    private NormalText(String value) {
        this(value, hasHan(value) ? Language.CHINESE : Language.ENGLISH);
    }

    public static NormalText of(String text) {
        var straight = text.replace('\u2019', '\'').replace('\u2018', '\'');
        var apart = BETWEEN_WORDS.matcher(FOLDING.normalize(straight)).replaceAll(" ");
        var folded = SPACES.matcher(apart).replaceAll(" ").strip();
        return new NormalText(hasHan(folded) ? SIMPLIFYING.transliterate(folded) : folded);
    }

    /** The same for the Chinese model, which reads Latin words too. */
    public NormalText asChinese() {
        return new NormalText(value, Language.CHINESE);
    }

    /** Other words for it, which may make it Chinese. */
    public NormalText saying(String words) {
        return language == Language.CHINESE
                ? new NormalText(words, language)
                : new NormalText(words);
    }

    /** The same in the words of knowledge, typos put right; what is compared, on either side. */
    public NormalText inCommonWords() {
        return CommonWords.of(this);
    }

    /** Its first so many characters; a long text is understood by its beginning. */
    public NormalText beginning(int most) {
        if (value.length() <= most) {
            return this;
        }
        int end = Character.isHighSurrogate(value.charAt(most - 1)) ? most - 1 : most;
        return new NormalText(value.substring(0, end));
    }

    /**
     * Error codes, product and order numbers: words of three and more letters that have a digit,
     * without their hyphens, and models whose name and number are apart, as in iPhone 15 Pro. What
     * may be a code in two words, as XK 300, is told in one as well.
     */
    public Set<String> codes() {
        var codes = new LinkedHashSet<String>();
        var models = MODEL.matcher(value);
        var rest = new StringBuilder();
        while (models.find()) {
            if (SMALL_WORD.matcher(models.group(1)).matches()) {
                models.appendReplacement(rest, "$0");
            } else {
                codes.add(inOneWord(models.group()));
                models.appendReplacement(rest, " ");
            }
        }
        models.appendTail(rest);
        var matcher = CODE.matcher(rest);
        while (matcher.find()) {
            if (matcher.group().length() >= SHORTEST_CODE) {
                codes.add(inOneWord(matcher.group()));
            }
        }
        CODE_APART
                .matcher(rest)
                .results()
                .filter(apart -> !SMALL_WORD.matcher(apart.group(1)).matches())
                .forEach(apart -> codes.add(inOneWord(apart.group())));
        return codes;
    }

    /** Whether both have one code. */
    public boolean sharesCode(NormalText other) {
        return !Collections.disjoint(codes(), other.codes());
    }

    /** Whether both have one code, Latin word or number. */
    public boolean sharesLatin(NormalText other) {
        return sharesCode(other) || !Collections.disjoint(latin(), other.latin());
    }

    private List<String> latin() {
        return LATIN.matcher(value).results().map(MatchResult::group).toList();
    }

    /** Whether it is one code, and nothing else. */
    public boolean isCode() {
        return codes().contains(inOneWord(value));
    }

    private static String inOneWord(String code) {
        return code.replace(" ", "").replace("-", "");
    }

    /** Whether it has no letter, no ideograph and no digit: nothing, or emoji only. */
    public boolean isEmpty() {
        return value.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    /** Whether there is a Chinese character in it. */
    public boolean hasHan() {
        return hasHan(value);
    }

    private static boolean hasHan(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
