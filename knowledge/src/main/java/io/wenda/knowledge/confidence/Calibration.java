package io.wenda.knowledge.confidence;

import io.wenda.knowledge.embedding.Language;

/**
 * Turns evidence into the probability that the nearest entry answers the question: logistic, one
 * set of weights a language.
 *
 * <p>Where the weights come from: {@code evaluation.CalibrationFit} in the test tree, on the tuning
 * half of the questions in {@code src/test/resources/evaluation} (asked of the whole companies and
 * of 12 that know five of the entries only), weighted so that two of three questions are in scope.
 * Run it again after any change of models, normalising or scoring.
 */
public record Calibration(double constant, double score, double lead) {

    /**
     * What is said about E4031 is no answer to E9914, however alike the words are: a rule, not
     * fitted.
     */
    private static final double OTHER_CODE = 0.1;

    private static final Calibration CHINESE = new Calibration(-4.94, 9.23, 7.65);
    private static final Calibration ENGLISH = new Calibration(-9.32, 13.92, 11.29);

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
