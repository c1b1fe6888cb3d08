package io.wenda.knowledge.confidence;

import io.wenda.knowledge.embedding.NormalText;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What speaks for the nearest entry: its score, its lead over the best other entry, and whether it
 * is about another code than the question. (The share of common words was tried: beside the score
 * it adds nothing.)
 */
public record Evidence(double score, double lead, boolean otherCode) {

    /** A lead beyond this says nothing more; it is also the lead of the only entry there is. */
    private static final double GREATEST_LEAD = 0.25;

    /** Of the nearest entries, best first; there is at least one. */
    public static Evidence of(NormalText question, List<Nearest> nearest) {
        var best = nearest.getFirst();
        double lead = nearest.size() > 1 ? best.score() - nearest.get(1).score() : GREATEST_LEAD;
        return new Evidence(best.score(), Math.min(lead, GREATEST_LEAD), otherCode(question, best));
    }

    private static boolean otherCode(NormalText question, Nearest best) {
        var asked = question.codes();
        Set<String> known =
                best.texts().stream()
                        .flatMap(text -> text.codes().stream())
                        .collect(Collectors.toSet());
        return !asked.isEmpty() && !known.isEmpty() && Collections.disjoint(asked, known);
    }
}
