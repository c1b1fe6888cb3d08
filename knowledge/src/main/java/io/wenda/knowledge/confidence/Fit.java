package io.wenda.knowledge.confidence;

import java.util.List;

/**
 * Fits a calibration to samples by Newton's method, held back by another: few samples change it
 * little, many as far as they say. Deterministic.
 */
public final class Fit {
    private static final int FEATURES = 3;
    private static final int STEPS = 25;

    /**
     * Two of three questions that a company gets are taken to be in scope, as in the general
     * calibration.
     */
    private static final double IN_SCOPE = 2.0 / 3;

    /**
     * How sure the other calibration's weights are: the inverse of the square of how far each is
     * likely to be from it.
     */
    private static final double[] PRECISION = {4, 1, 1};

    /** A company's own words are easier than its customers': each sample counts a quarter. */
    private static final double COUNTS = 0.25;

    /** How much the sample counts. */
    public record Weighted(Sample sample, double weight) {}

    private Fit() {}

    /** The most likely one. */
    public static Calibration of(List<Sample> samples, Calibration prior) {
        var usable = samples.stream().filter(it -> !it.evidence().otherCode()).toList();
        double right = usable.stream().filter(Sample::right).count();
        double wrong = usable.size() - right;
        if (right == 0 || wrong == 0) {
            return prior;
        }
        double all = COUNTS * usable.size();
        return weighted(
                usable.stream()
                        .map(it -> new Weighted(it, all * shareInScope(it.right(), right, wrong)))
                        .toList(),
                prior,
                PRECISION);
    }

    /** The share of one among so many in scope, or among so many others. */
    public static double shareInScope(boolean isInScope, double inScope, double others) {
        return isInScope ? IN_SCOPE / inScope : (1 - IN_SCOPE) / others;
    }

    /**
     * The most likely one.
     *
     * @param precision of the prior's constant and its two weights; 0 knows nothing
     */
    public static Calibration weighted(
            List<Weighted> samples, Calibration prior, double... precision) {
        var before = new double[] {prior.constant(), prior.score(), prior.lead()};
        var weights = before.clone();
        for (int step = 0; step < STEPS; step++) {
            var gradient = new double[FEATURES];
            var curvature = new double[FEATURES][FEATURES];
            for (int i = 0; i < FEATURES; i++) {
                gradient[i] = -precision[i] * (weights[i] - before[i]);
                curvature[i][i] = precision[i];
            }
            for (var it : samples) {
                add(it.sample(), it.weight(), weights, gradient, curvature);
            }
            var change = solve(curvature, gradient);
            for (int i = 0; i < FEATURES; i++) {
                weights[i] += change[i];
            }
        }
        return new Calibration(weights[0], weights[1], weights[2]);
    }

    private static void add(
            Sample sample,
            double weight,
            double[] weights,
            double[] gradient,
            double[][] curvature) {
        var features = new double[] {1, sample.evidence().score(), sample.evidence().lead()};
        double sum = 0;
        for (int i = 0; i < FEATURES; i++) {
            sum += weights[i] * features[i];
        }
        double expected = 1 / (1 + Math.exp(-sum));
        for (int i = 0; i < FEATURES; i++) {
            gradient[i] += weight * ((sample.right() ? 1 : 0) - expected) * features[i];
            for (int j = 0; j < FEATURES; j++) {
                curvature[i][j] += weight * expected * (1 - expected) * features[i] * features[j];
            }
        }
    }

    /** Gauss-Jordan; the precisions keep the matrix regular. */
    private static double[] solve(double[][] matrix, double[] right) {
        for (int pivot = 0; pivot < FEATURES; pivot++) {
            for (int row = 0; row < FEATURES; row++) {
                if (row != pivot) {
                    double factor = matrix[row][pivot] / matrix[pivot][pivot];
                    for (int column = pivot; column < FEATURES; column++) {
                        matrix[row][column] -= factor * matrix[pivot][column];
                    }
                    right[row] -= factor * right[pivot];
                }
            }
        }
        var solution = new double[FEATURES];
        for (int i = 0; i < FEATURES; i++) {
            solution[i] = right[i] / matrix[i][i];
        }
        return solution;
    }
}
