package io.wenda.knowledge.gap;

import io.wenda.knowledge.embedding.NormalText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether two answers say the same: in almost the same words, with the same figures and negations.
 * Vectors would not do, to them three days and seven days are alike.
 */
final class SameAnswer {
    private static final double LIKE = 0.8;
    private static final Pattern TELLING =
            Pattern.compile("[0-9]+|[零一二两三四五六七八九十百千万半]|[不没无未勿]|\\b(?:not?|never|cannot)\\b|n't");

    private SameAnswer() {}

    static boolean are(String one, String other) {
        var a = NormalText.of(one).value();
        var b = NormalText.of(other).value();
        return a.equals(b) || (telling(a).equals(telling(b)) && likeness(a, b) >= LIKE);
    }

    private static List<String> telling(String text) {
        return TELLING.matcher(text).results().map(it -> it.group()).toList();
    }

    /** Dice's coefficient of the pairs of characters. */
    private static double likeness(String a, String b) {
        var first = pairs(a);
        var second = pairs(b);
        var all = first.size() + second.size();
        first.retainAll(second);
        return all == 0 ? 0 : 2.0 * first.size() / all;
    }

    private static Set<String> pairs(String text) {
        var pairs = new HashSet<String>();
        for (var i = 0; i + 1 < text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }
}
