package io.wenda.benchmark;

import io.wenda.benchmark.QuestionSet.Entry;
import io.wenda.knowledge.embedding.Embeddings;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.knowledge.embedding.Vector;
import java.util.Comparator;
import java.util.List;

/** The cosine of the same models on the same normalised texts, and nothing else. */
final class EmbeddingAlone implements AnswerWay {
    private record Text(String entry, NormalText text, Vector vector) {}

    private final Embeddings embeddings;
    private final List<Text> texts;

    EmbeddingAlone(Embeddings embeddings, List<Entry> entries) {
        this.embeddings = embeddings;
        this.texts =
                entries.stream()
                        .flatMap(entry ->
                                entry.texts().stream()
                                        .map(NormalText::of)
                                        .map(it ->
                                                new Text(
                                                        entry.question(),
                                                        it,
                                                        embeddings.embed(it))))
                        .toList();
    }

    @Override
    public List<Ranked> rank(String question) {
        var own = NormalText.of(question);
        var asked =
                texts.stream().anyMatch(it -> it.text().language() == own.language())
                        ? own
                        : own.asChinese();
        var vector = embeddings.embed(asked);
        return texts.stream()
                .filter(it -> it.text().language() == asked.language())
                .map(it -> new Ranked(it.entry(), it.vector().cosine(vector)))
                .sorted(Comparator.comparingDouble(Ranked::score).reversed())
                .filter(new Once())
                .toList();
    }
}
