package io.wenda.knowledge.evaluation;

import io.wenda.knowledge.embedding.Embeddings;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.knowledge.embedding.Vector;
import io.wenda.knowledge.evaluation.EvaluationSet.Faq;
import java.util.List;
import java.util.Map;

/** The cosine of the same models on the same normalised texts, and nothing else. */
final class EmbeddingAlone implements Ranking {
    private record Text(Faq faq, NormalText text, Vector vector) {}

    private final Embeddings embeddings;
    private final List<Text> texts;

    EmbeddingAlone(Embeddings embeddings, List<Faq> entries) {
        this.embeddings = embeddings;
        this.texts =
                entries.stream()
                        .flatMap(faq ->
                                faq.texts().stream()
                                        .map(NormalText::of)
                                        .map(text -> new Text(faq, text, embeddings.embed(text))))
                        .toList();
    }

    @Override
    public Map<Faq, Double> scores(String question) {
        var own = NormalText.of(question);
        var asked =
                texts.stream().anyMatch(it -> it.text().language() == own.language())
                        ? own
                        : own.asChinese();
        var vector = embeddings.embed(asked);
        return Ranking.best(
                texts.stream()
                        .filter(text -> text.text().language() == asked.language())
                        .map(text -> Map.entry(text.faq(), text.vector().cosine(vector)))
                        .toList());
    }
}
