package io.wenda.knowledge.cell;

import io.wenda.knowledge.embedding.Vector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * An inverted file: each vector belongs to the cell with the nearest centroid, and what is near a
 * question is looked for in the cells near it only (Sivic and Zisserman 2003; Jégou et al. 2011).
 *
 * @param training a company's trainings are counted, so that cells of two of them are told apart
 */
public record Cells(int training, List<Vector> centroids) {
    private static final int ITERATIONS = 8;

    /**
     * So many times the root of their number are searched: of twice as many cells not twice as many
     * hold what is near.
     */
    private static final double ROOTS = 1.5;

    /** In fewer cells than this much is missed, however few there are. */
    private static final int LEAST = 24;

    /** The name of the vector's cell in the index. */
    public String code(Vector vector) {
        return code(nearest(centroids, vector));
    }

    /** The names of the cells in which to look for what is near the vector. */
    public List<String> near(Vector vector) {
        return IntStream.range(0, centroids.size())
                .boxed()
                .map(cell -> new Near(cell, centroids.get(cell).cosine(vector)))
                .sorted(Comparator.comparingDouble(Near::cosine).reversed())
                .limit(searched(centroids.size()))
                .map(near -> code(near.cell()))
                .toList();
    }

    /** Of so many cells, those that are searched. */
    public static int searched(int cells) {
        return Math.max(LEAST, (int) Math.ceil(ROOTS * Math.sqrt(cells)));
    }

    private record Near(int cell, double cosine) {}

    private String code(int cell) {
        return training + "." + cell;
    }

    private static int nearest(List<Vector> centroids, Vector vector) {
        var nearest = 0;
        var greatest = Double.NEGATIVE_INFINITY;
        for (var i = 0; i < centroids.size(); i++) {
            var cosine = centroids.get(i).cosine(vector);
            if (cosine > greatest) {
                greatest = cosine;
                nearest = i;
            }
        }
        return nearest;
    }

    /**
     * Spherical k-means (Dhillon and Modha 2001).
     *
     * @param sample at least as many as cells
     */
    public static List<Vector> train(List<Vector> sample, int cells, RandomGenerator random) {
        var centroids = new ArrayList<Vector>();
        IntStream.range(0, cells).forEach(_ -> centroids.add(any(sample, random)));
        for (var i = 0; i < ITERATIONS; i++) {
            var sums = new float[cells][];
            for (var vector : sample) {
                var cell = nearest(centroids, vector);
                sums[cell] = vector.addedTo(sums[cell]);
            }
            for (var cell = 0; cell < cells; cell++) {
                // an empty cell begins again where there is something
                centroids.set(
                        cell,
                        sums[cell] == null ? any(sample, random) : Vector.direction(sums[cell]));
            }
        }
        return centroids;
    }

    private static Vector any(List<Vector> sample, RandomGenerator random) {
        return sample.get(random.nextInt(sample.size()));
    }
}
