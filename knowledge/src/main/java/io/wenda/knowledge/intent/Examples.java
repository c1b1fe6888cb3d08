package io.wenda.knowledge.intent;

import io.wenda.knowledge.confidence.Calibration;
import io.wenda.knowledge.confidence.Evidence;
import io.wenda.knowledge.embedding.Language;
import io.wenda.knowledge.embedding.Vector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * What was learned from the examples of one language: half by logistic regression, half by the
 * nearest examples; and how likely it is that any of the intents is meant at all.
 */
final class Examples {
    private static final int FOLDS = 3;
    private static final int NEAREST = 3;
    private static final float SCALE = (float) Math.sqrt(Vector.UNIT);

    /** Near ones count more than far ones by this. */
    private static final double SHARPNESS = 20;

    private static final double GREATEST_LEAD = 0.25;

    /** An example of the intent with that number. */
    record Example(int intent, Vector vector) {}

    private record Near(int intent, double cosine) {}

    /** How many were tried, and recognised. */
    record Tried(int all, int right) {}

    private final Language language;
    private final List<Example> examples;
    private final int intents;
    private final Softmax regression;

    private Examples(Language language, List<Example> examples, int intents) {
        this.language = language;
        this.examples = examples;
        this.intents = intents;
        this.regression =
                Softmax.fit(
                        examples.stream().map(it -> floats(it.vector())).toList(),
                        examples.stream().map(Example::intent).toList(),
                        intents);
    }

    /** Learns them; there is at least one. */
    static Examples learned(Language language, List<Example> examples, int intents) {
        return new Examples(language, examples, intents);
    }

    /** Learns two thirds of each intent's and tries the others, three times. */
    static Tried tried(Language language, List<Example> examples, int intents) {
        var numbers = new HashMap<Integer, Integer>();
        var folds = new ArrayList<List<Example>>();
        for (int i = 0; i < FOLDS; i++) {
            folds.add(new ArrayList<>());
        }
        for (var example : examples) {
            folds.get((numbers.merge(example.intent(), 1, Integer::sum) - 1) % FOLDS).add(example);
        }
        int right = 0;
        for (var fold : folds) {
            var others = examples.stream().filter(it -> !fold.contains(it)).toList();
            if (fold.isEmpty() || others.isEmpty()) {
                continue;
            }
            var learned = learned(language, others, intents);
            right +=
                    (int)
                            fold.stream()
                                    .filter(it -> best(learned.chances(it.vector())) == it.intent())
                                    .count();
        }
        return new Tried(examples.size(), right);
    }

    /** How likely each intent is meant; together at most 1. */
    double[] chances(Vector question) {
        var near =
                examples.stream()
                        .map(it -> new Near(it.intent(), it.vector().cosine(question)))
                        .sorted((one, other) -> Double.compare(other.cosine(), one.cosine()))
                        .toList();
        var votes = new double[intents];
        double all = 0;
        var best = near.getFirst();
        for (var it : near.subList(0, Math.min(NEAREST, near.size()))) {
            double vote = Math.exp(SHARPNESS * (it.cosine() - best.cosine()));
            votes[it.intent()] += vote;
            all += vote;
        }
        double lead =
                near.stream()
                        .filter(it -> it.intent() != best.intent())
                        .findFirst()
                        .map(it -> Math.min(best.cosine() - it.cosine(), GREATEST_LEAD))
                        .orElse(0.0);
        double any = Calibration.of(language).confidence(new Evidence(best.cosine(), lead, false));
        var chances = regression.chances(floats(question));
        for (int i = 0; i < intents; i++) {
            chances[i] = any * (chances[i] + votes[i] / all) / 2;
        }
        return chances;
    }

    static int best(double[] chances) {
        int best = 0;
        for (int i = 1; i < chances.length; i++) {
            best = chances[i] > chances[best] ? i : best;
        }
        return best;
    }

    private static float[] floats(Vector vector) {
        var bytes = vector.components();
        var floats = new float[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            floats[i] = bytes[i] / SCALE;
        }
        return floats;
    }
}
