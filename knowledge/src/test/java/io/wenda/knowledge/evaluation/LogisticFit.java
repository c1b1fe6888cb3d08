package io.wenda.knowledge.evaluation;

import io.wenda.knowledge.confidence.Calibration;
import io.wenda.knowledge.confidence.Evidence;
import io.wenda.knowledge.evaluation.Answered.Kind;
import java.util.List;
import java.util.Objects;

/** Fits the calibration by Newton's method with a small ridge; deterministic. */
final class LogisticFit {

    private static final int FEATURES = 3;
    private static final int STEPS = 30;
    private static final double RIDGE = 0.5;

    /**
     * Two of three questions that a company gets are taken to be in scope: what calibrated means
     * depends on it.
     */
    private static final double IN_SCOPE = 2.0 / 3;

    private LogisticFit() {}

    static Calibration fit(List<Answered> answered) {
        var samples =
                answered.stream()
                        .filter(one -> one.evidence() != null && !one.evidence().otherCode())
                        .toList();
        double inScope = samples.stream().filter(LogisticFit::isInScope).count();
        double others = samples.size() - inScope;
        var weights = new double[FEATURES];
        for (int step = 0; step < STEPS; step++) {
            var gradient = new double[FEATURES];
            var curvature = new double[FEATURES][FEATURES];
            for (int i = 0; i < FEATURES; i++) {
                gradient[i] = -RIDGE * weights[i] * (i == 0 ? 0 : 1);
                curvature[i][i] = RIDGE;
            }
            for (var sample : samples) {
                double share = isInScope(sample) ? IN_SCOPE / inScope : (1 - IN_SCOPE) / others;
                add(sample, share * samples.size(), weights, gradient, curvature);
            }
            var change = solve(curvature, gradient);
            for (int i = 0; i < FEATURES; i++) {
                weights[i] += change[i];
            }
        }
        return new Calibration(weights[0], weights[1], weights[2]);
    }

    private static boolean isInScope(Answered answered) {
        return answered.kind() == Kind.IN_SCOPE;
    }

    private static void add(
            Answered sample,
            double weight,
            double[] weights,
            double[] gradient,
            double[][] curvature) {
        var features = features(Objects.requireNonNull(sample.evidence()));
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

    private static double[] features(Evidence evidence) {
        return new double[] {1, evidence.score(), evidence.lead()};
    }

    /** Gauss-Jordan; the ridge keeps the matrix regular. */
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
