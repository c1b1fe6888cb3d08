package io.wenda.knowledge.confidence;

import io.wenda.knowledge.embedding.NormalText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Samples from a company's own knowledge: each of an entry's texts is asked as if it were not
 * there. Its entry is to be found by its other texts; and with the entry gone, nothing is right.
 */
public final class OwnQuestions {
    private static final Pattern WORD = Pattern.compile("\\p{IsHan}|[\\p{L}\\p{Nd}]+");

    /** As in the index: weight of the words, and the score at which they count half. */
    private static final double LEXICAL_WEIGHT = 0.1;

    private static final double LEXICAL_HALF = 8;

    /** What a word in common adds to BM25 in the middle. */
    private static final double WORD_SCORE = 1.5;

    private OwnQuestions() {}

    /**
     * Samples of one text.
     *
     * @param cosine of it and the nearest of its entry's other texts
     * @param sibling that text
     * @param others the other entries, best first
     */
    public static List<Sample> samples(
            NormalText question, NormalText sibling, double cosine, List<Nearest> others) {
        var own = new Nearest(score(question, sibling, cosine), List.of(sibling));
        var all = new ArrayList<>(others);
        all.add(own);
        all.sort(Comparator.comparingDouble(Nearest::score).reversed());
        var samples = new ArrayList<Sample>();
        samples.add(new Sample(Evidence.of(question, all), all.getFirst().equals(own)));
        if (!others.isEmpty()) {
            samples.add(new Sample(Evidence.of(question, others), false));
        }
        return samples;
    }

    private static double score(NormalText question, NormalText sibling, double cosine) {
        var common = words(question);
        common.retainAll(words(sibling));
        var words = common.size() * WORD_SCORE;
        return (1 - LEXICAL_WEIGHT) * cosine + LEXICAL_WEIGHT * words / (words + LEXICAL_HALF);
    }

    private static Set<String> words(NormalText text) {
        var words = new HashSet<String>();
        var matcher = WORD.matcher(text.value());
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
