package io.scapa.detection.calibration;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A conformal p-value against human calibration texts of about the same length (Vovk, Gammerman and Shafer 2005; Mondrian by
 * length): the share of them, the text itself counted, that score at least as high. Valid for a text that is exchangeable
 * with them, whatever the classifier. Texts may be weighted, so that one large corpus does not speak for every source to come
 * (Tibshirani and others 2019, Conformal prediction under covariate shift); then it is valid for a text whose source weighs as much as
 * theirs do in the mean, and approximate for others.
 *
 * @param bounds upper word counts of the cells but the last, ascending
 * @param scores each cell's scores, ascending
 * @param tails for each score the weight of the texts of its cell that score at least as high; a cell's texts weigh as much as
 *     there are
 */
public record ConformalHumans(int[] bounds, float[][] scores, float[][] tails) {
    private static final int LEAST = 200;
    private static final int MOST_CELLS = 12;

    public ConformalHumans {
        if (scores.length != bounds.length + 1 || tails.length != scores.length) {
            throw new IllegalArgumentException("expected scores and tails of " + (bounds.length + 1) + " cells, got "
                    + scores.length + " and " + tails.length);
        }
        for (int c = 0; c < scores.length; c++) {
            if (scores[c].length != tails[c].length) {
                throw new IllegalArgumentException(
                        "cell " + c + " has " + scores[c].length + " scores and " + tails[c].length + " tails");
            }
        }
    }

    /** A p-value and what it was measured against. */
    public record PValue(double value, int humans, int fromWords, int toWords) {}

    /** Groups human scores into cells of at least {@value #LEAST} texts, at most {@value #MOST_CELLS}; each text counts the same. */
    public static ConformalHumans of(double[] scores, int[] words) {
        double[] same = new double[scores.length];
        Arrays.fill(same, 1);
        return of(scores, words, same);
    }

    /**
     * The same with weights.
     *
     * @param scores of human texts
     * @param words their lengths
     * @param weights their weights, positive
     */
    public static ConformalHumans of(double[] scores, int[] words, double[] weights) {
        if (!Arrays.stream(weights).allMatch(weight -> weight > 0)) {
            throw new IllegalArgumentException("weights must be positive, got "
                    + Arrays.stream(weights).min().orElse(Double.NaN));
        }
        int cells = Math.max(1, Math.min(MOST_CELLS, scores.length / LEAST));
        int[] sorted = Arrays.stream(words).sorted().toArray();
        int[] bounds = IntStream.range(1, cells)
                .map(c -> sorted[(int) ((long) sorted.length * c / cells)])
                .distinct()
                .toArray();
        float[][] grouped = new float[bounds.length + 1][];
        float[][] tails = new float[bounds.length + 1][];
        for (int c = 0; c <= bounds.length; c++) {
            int cell = c;
            int[] members = IntStream.range(0, scores.length)
                    .filter(i -> cell(bounds, words[i]) == cell)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingDouble(i -> scores[i]).thenComparingDouble(i -> weights[i]))
                    .mapToInt(i -> i)
                    .toArray();
            grouped[c] = new float[members.length];
            tails[c] = new float[members.length];
            double scale = members.length
                    / IntStream.of(members).mapToDouble(i -> weights[i]).sum();
            double tail = 0;
            for (int i = members.length - 1; i >= 0; i--) {
                tail += weights[members[i]] * scale;
                grouped[c][i] = (float) scores[members[i]];
                tails[c][i] = (float) tail;
            }
        }
        return new ConformalHumans(bounds, grouped, tails);
    }

    private static int cell(int[] bounds, int words) {
        int c = 0;
        while (c < bounds.length && words >= bounds[c]) {
            c++;
        }
        return c;
    }

    /** The p-value of a score; at least 1 / (n + 1). */
    public PValue of(double score, int words) {
        int c = cell(bounds, words);
        float[] cell = scores[c];
        int below = lowerBound(cell, (float) score);
        double over = below < cell.length ? tails[c][below] : 0;
        return new PValue(
                (over + 1) / (cell.length + 1),
                cell.length,
                c == 0 ? 0 : bounds[c - 1],
                c == bounds.length ? Integer.MAX_VALUE : bounds[c]);
    }

    private static int lowerBound(float[] sorted, float value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
