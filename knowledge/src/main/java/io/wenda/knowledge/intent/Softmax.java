package io.wenda.knowledge.intent;

import java.util.List;

/** Multinomial logistic regression by Nesterov's accelerated gradient. Deterministic. */
final class Softmax {
    private static final int STEPS = 100;

    /**
     * Unit vectors about their mean are short: stretched, weights of usual size tell them apart.
     */
    private static final float STRETCH = 5;

    private static final float DECAY = 0.01f;
    private static final float PACE = 0.12f;

    private final float[] mean;
    private final float[][] weights;

    private Softmax(float[] mean, float[][] weights) {
        this.mean = mean;
        this.weights = weights;
    }

    /** Learns rows of so many classes, each at the same place of both lists. */
    static Softmax fit(List<float[]> rows, List<Integer> of, int classes) {
        var mean = mean(rows);
        var points = rows.stream().map(row -> point(row, mean)).toList();
        int size = mean.length + 1;
        var weights = new float[classes][size];
        var ahead = new float[classes][size];
        for (int step = 1; step <= STEPS; step++) {
            var gradient = new float[classes][size];
            for (int i = 0; i < points.size(); i++) {
                var point = points.get(i);
                var chances = chances(ahead, point);
                chances[of.get(i)] -= 1;
                for (int c = 0; c < classes; c++) {
                    add(gradient[c], point, (float) chances[c] / points.size());
                }
            }
            float momentum = (step - 1f) / (step + 2f);
            for (int c = 0; c < classes; c++) {
                for (int k = 0; k < size; k++) {
                    float next = ahead[c][k] - PACE * (gradient[c][k] + DECAY * ahead[c][k]);
                    ahead[c][k] = next + momentum * (next - weights[c][k]);
                    weights[c][k] = next;
                }
            }
        }
        return new Softmax(mean, weights);
    }

    /** How likely each class is; together 1. */
    double[] chances(float[] row) {
        return chances(weights, point(row, mean));
    }

    private static double[] chances(float[][] weights, float[] point) {
        var chances = new double[weights.length];
        double greatest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < weights.length; c++) {
            float sum = 0;
            for (int k = 0; k < point.length; k++) {
                sum += weights[c][k] * point[k];
            }
            chances[c] = sum;
            greatest = Math.max(greatest, sum);
        }
        double all = 0;
        for (int c = 0; c < chances.length; c++) {
            chances[c] = Math.exp(chances[c] - greatest);
            all += chances[c];
        }
        for (int c = 0; c < chances.length; c++) {
            chances[c] /= all;
        }
        return chances;
    }

    private static void add(float[] sum, float[] point, float factor) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += factor * point[k];
        }
    }

    private static float[] mean(List<float[]> rows) {
        var mean = new float[rows.getFirst().length];
        rows.forEach(row -> add(mean, row, 1f / rows.size()));
        return mean;
    }

    /** About the mean, with a constant at its end. */
    private static float[] point(float[] row, float[] mean) {
        var point = new float[row.length + 1];
        for (int k = 0; k < row.length; k++) {
            point[k] = STRETCH * (row[k] - mean[k]);
        }
        point[row.length] = 1;
        return point;
    }
}
