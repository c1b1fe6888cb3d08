package io.wenda.knowledge.evaluation;

import io.wenda.knowledge.evaluation.EvaluationSet.Domain;
import io.wenda.knowledge.evaluation.EvaluationSet.Faq;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One way alone to order a company's entries by a question: what ours is compared with. */
interface Ranking {

    /** The entries with their scores; what is left out did not come near at all. */
    Map<Faq, Double> scores(String question);

    /** Shares of the questions in scope: right one first, and mean reciprocal place. */
    record Quality(double first, double meanReciprocalRank) {}

    /** Asks all of each company that its ranking was made for. */
    static Quality quality(Map<Domain, ? extends Ranking> companies) {
        var places =
                companies.entrySet().stream()
                        .flatMap(company ->
                                company.getKey().entries().stream()
                                        .flatMap(faq ->
                                                faq.paraphrases().stream()
                                                        .map(question ->
                                                                place(
                                                                        company.getValue(),
                                                                        question,
                                                                        faq))))
                        .toList();
        return new Quality(
                places.stream().filter(place -> place == 1).count() / (double) places.size(),
                places.stream().mapToDouble(place -> place == 0 ? 0 : 1.0 / place).sum()
                        / places.size());
    }

    /** The place of the entry, 0 where it is left out. */
    private static int place(Ranking ranking, String question, Faq faq) {
        return order(ranking.scores(question)).indexOf(faq) + 1;
    }

    private static List<Faq> order(Map<Faq, Double> scores) {
        return scores.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The best score of each entry's texts. */
    static Map<Faq, Double> best(List<Map.Entry<Faq, Double>> texts) {
        var best = new HashMap<Faq, Double>();
        texts.forEach(text -> best.merge(text.getKey(), text.getValue(), Math::max));
        return best;
    }
}
