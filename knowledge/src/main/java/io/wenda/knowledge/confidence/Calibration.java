package io.wenda.knowledge.confidence;

import io.wenda.knowledge.embedding.Language;

/** Turns evidence into the probability that the nearest entry answers the question: logistic, one set of weights a language. */
public record Calibration(double constant, double score, double lead) {

    /** What is said about E4031 is no answer to E9914, however alike the words are: a rule, not fitted. */
    private static final double OTHER_CODE = 0.1;

    private static final Calibration CHINESE = new Calibration(0, 0, 0);
    private static final Calibration ENGLISH = new Calibration(0, 0, 0);

    public static Calibration of(Language language) {
        return switch (language) {
            case CHINESE -> CHINESE;
            case ENGLISH -> ENGLISH;
        };
    }

    /** Between 0 and 1. */
    public double confidence(Evidence evidence) {
        double sum = constant + score * evidence.score() + lead * evidence.lead();
        double confidence = 1 / (1 + Math.exp(-sum));
        return evidence.otherCode() ? confidence * OTHER_CODE : confidence;
    }
}
