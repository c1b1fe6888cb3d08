package io.wenda.knowledge.evaluation;

import io.wenda.knowledge.evaluation.EvaluationSet.Faq;
import io.wenda.testing.KeywordSearch;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** OpenSearch's keyword search, and nothing else. */
final class KeywordAlone implements Ranking, AutoCloseable {
    private final Map<String, Faq> entries;
    private final KeywordSearch keywords;

    KeywordAlone(String url, String analyzer, List<Faq> entries) {
        this.entries =
                entries.stream().collect(Collectors.toMap(it -> it.texts().getFirst(), it -> it));
        this.keywords = new KeywordSearch(url, analyzer, entries.stream().map(Faq::texts).toList());
    }

    @Override
    public Map<Faq, Double> scores(String question) {
        return Ranking.best(
                keywords.search(question).stream()
                        .map(hit ->
                                Map.entry(
                                        Objects.requireNonNull(entries.get(hit.entry())),
                                        hit.score()))
                        .toList());
    }

    @Override
    public void close() {
        keywords.close();
    }
}
