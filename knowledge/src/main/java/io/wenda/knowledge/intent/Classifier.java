package io.wenda.knowledge.intent;

import io.wenda.knowledge.embedding.Embeddings;
import io.wenda.knowledge.embedding.Language;
import io.wenda.knowledge.embedding.NormalText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A company's intents as they were learned at one moment. */
final class Classifier {
    private static final int LONGEST = 200;

    private final IntentReader.Together together;
    private final List<Intent> intents;
    private final Embeddings embeddings;
    private final Map<Language, List<Examples.Example>> examples = new EnumMap<>(Language.class);
    private final Map<Language, Examples> learned = new EnumMap<>(Language.class);

    Classifier(IntentReader.Together together, Embeddings embeddings) {
        this.together = together;
        this.intents = together.intents().stream().filter(Intent::enabled).toList();
        this.embeddings = embeddings;
        for (int i = 0; i < intents.size(); i++) {
            for (var example : intents.get(i).examples()) {
                var text = read(example);
                examples.computeIfAbsent(text.language(), _ -> new ArrayList<>())
                        .add(new Examples.Example(i, embeddings.embedOnce(text)));
            }
        }
        examples.forEach((language, own) ->
                learned.put(language, Examples.learned(language, own, intents.size())));
    }

    int version() {
        return together.standing().version();
    }

    /** The likely ones, best first. */
    List<LikelyIntent> likely(String question) {
        var text = read(question);
        var known = learned.get(text.language());
        if (known == null || text.isEmpty()) {
            return List.of();
        }
        var chances = known.chances(embeddings.embed(text));
        return IntStream.range(0, chances.length)
                .mapToObj(i ->
                        new LikelyIntent(
                                intents.get(i),
                                version(),
                                chances[i],
                                together.standing().threshold()))
                .sorted((one, other) -> Double.compare(other.probability(), one.probability()))
                .toList();
    }

    /** Tries itself. */
    IntentTraining training(Instant now) {
        int all = 0;
        int right = 0;
        for (var own : examples.entrySet()) {
            var tried = Examples.tried(own.getKey(), own.getValue(), intents.size());
            all += tried.all();
            right += tried.right();
        }
        return new IntentTraining(
                version(),
                together.standing().changedBy(),
                now,
                intents.size(),
                all,
                all == 0 ? 0 : (double) right / all);
    }

    private static NormalText read(String text) {
        return NormalText.of(text).beginning(LONGEST).inCommonWords();
    }
}
