package io.wenda.knowledge.answering;

import io.wenda.knowledge.embedding.Language;
import io.wenda.knowledge.embedding.NormalText;
import java.util.regex.Pattern;

/** Tells a question that goes on from the one before: "and for exchange?", "那换货呢". */
final class FollowUp {
    /** After 那 they point at something (那款手机), unless they begin another word (那台湾呢). */
    private static final String MEASURE =
            "款(?!式|项)|个(?!人)|里|边|些|家(?!具|电|居)|种|天(?!津)|时候|位(?!置)|次(?!数)"
                    + "|件|台(?!湾|州)|条(?!件)|套(?!餐)|笔";

    private static final Pattern CHINESE =
            Pattern.compile(
                    "^(?:那么|那(?!%s)|还有|如果是|要是|换成|以及|同样)\\s*(?:的话|对于)?\\s*|\\s*(?:呢|咧)$"
                            .formatted(MEASURE));
    private static final Pattern ENGLISH =
            Pattern.compile(
                    "^(?:(?:and|also|but|or|so|ok|okay)\\b,? *)?(?:what|how) (?:about|if)\\b *(?:for|with|to|in)? *"
                            + "|^(?:and|also|but|or)\\b,? *(?:for|with|to|in|if|when)?\\b *");
    private static final int SHORT_CHINESE = 4;
    private static final int SHORT_ENGLISH = 2;

    private FollowUp() {}

    /** What it says without the words that join it to the one before. */
    static NormalText own(NormalText question) {
        var joins = question.language() == Language.CHINESE ? CHINESE : ENGLISH;
        var own = question.saying(joins.matcher(question.value()).replaceAll("").strip());
        return own.isEmpty() ? question : own;
    }

    static boolean is(NormalText question) {
        return !own(question).equals(question) || isShort(question);
    }

    private static boolean isShort(NormalText question) {
        if (!question.codes().isEmpty()) {
            return question.isCode();
        }
        return switch (question.language()) {
            case CHINESE -> question.value().length() <= SHORT_CHINESE;
            case ENGLISH ->
                    question.value().chars().filter(Character::isWhitespace).count()
                            < SHORT_ENGLISH;
        };
    }
}
