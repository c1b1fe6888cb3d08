package io.wenda.benchmark;

import io.wenda.benchmark.QuestionSet.Entry;
import io.wenda.knowledge.embedding.EmbeddingSettings;
import io.wenda.knowledge.embedding.Embeddings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How well questions are answered that nothing was tuned on: by the product, asked as people ask
 * it, by its embedding alone, and by OpenSearch's keyword search alone. Each of the two answers
 * from where it would answer three of a hundred tuning questions out of scope.
 *
 * @param analyzer OpenSearch's own for the language
 */
record AnswerQuality(String language, String analyzer) implements Measurement {
    private static final double OUT_OF_SCOPE = 0.03;

    @Override
    public List<Figure> figures(Stage stage, Options options) throws Exception {
        var url = Objects.requireNonNull(stage.properties().get("wenda.opensearch.url"));
        var figures = new ArrayList<Figure>();
        try (var embeddings = new Embeddings(new EmbeddingSettings(""))) {
            var keyword = alone(entries -> new KeywordAlone(url, analyzer, entries));
            var embedding = alone(entries -> new EmbeddingAlone(embeddings, entries));
            var api = stage.product().api();
            var ours =
                    AnswerOutcome.of(
                            QuestionSet.test(language),
                            entries -> AskBot.publish(api, language, entries));
            figures.addAll(figures("keyword", keyword, null));
            figures.addAll(figures("embedding", embedding, null));
            var better = keyword.first() > embedding.first() ? keyword : embedding;
            figures.addAll(figures("ours", ours, better));
        }
        return figures;
    }

    private AnswerOutcome alone(Function<List<Entry>, AnswerWay> way) {
        var threshold = AnswerOutcome.of(QuestionSet.tuning(language), way).threshold(OUT_OF_SCOPE);
        return AnswerOutcome.of(QuestionSet.test(language), way).from(threshold);
    }

    private List<Figure> figures(String way, AnswerOutcome is, @Nullable AnswerOutcome beside) {
        var name = "answer-quality-%s-%s-".formatted(language, way);
        return List.of(
                share(name + "top1", is, beside, AnswerOutcome::first),
                share(name + "mrr", is, beside, AnswerOutcome::meanReciprocalRank),
                share(name + "right", is, beside, AnswerOutcome::answeredRight),
                share(name + "false", is, beside, AnswerOutcome::answeredWrong),
                share(name + "refused", is, beside, AnswerOutcome::refused),
                share(name + "near-miss", is, beside, AnswerOutcome::answeredNearMisses),
                share(name + "out-of-scope", is, beside, AnswerOutcome::answeredOutOfScope));
    }

    private static Figure share(
            String name,
            AnswerOutcome is,
            @Nullable AnswerOutcome beside,
            Function<AnswerOutcome, Double> share) {
        var baseline = beside == null ? null : share.apply(beside) * 100;
        return new Figure(name, share.apply(is) * 100, "%", baseline);
    }
}
