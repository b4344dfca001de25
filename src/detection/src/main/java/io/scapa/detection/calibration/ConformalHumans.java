package io.scapa.detection.calibration;

import java.util.Arrays;

/**
 * A conformal p-value against human calibration texts of about the same length (Vovk, Gammerman and Shafer 2005; Mondrian by
 * length): the share of them, the text itself counted, that score at least as high. Valid for a text that is exchangeable
 * with them, whatever the classifier.
 *
 * @param bounds upper word counts of the cells but the last, ascending
 * @param scores each cell's scores, ascending
 */
public record ConformalHumans(int[] bounds, float[][] scores) {
    private static final int LEAST = 200;

    /** A p-value and what it was measured against. */
    public record PValue(double value, int humans, int fromWords, int toWords) {}

    /** Groups human scores into cells of at least {@value #LEAST} texts, at most twelve. */
    public static ConformalHumans of(double[] scores, int[] words) {
        int cells = Math.max(1, Math.min(12, scores.length / LEAST));
        int[] sorted = Arrays.stream(words).sorted().toArray();
        int[] bounds = java.util.stream.IntStream.range(1, cells)
                .map(c -> sorted[(int) ((long) sorted.length * c / cells)])
                .distinct()
                .toArray();
        float[][] grouped = new float[bounds.length + 1][];
        for (int c = 0; c <= bounds.length; c++) {
            int cell = c;
            double[] members = java.util.stream.IntStream.range(0, scores.length)
                    .filter(i -> cell(bounds, words[i]) == cell)
                    .mapToDouble(i -> scores[i])
                    .sorted()
                    .toArray();
            grouped[c] = new float[members.length];
            for (int i = 0; i < members.length; i++) {
                grouped[c][i] = (float) members[i];
            }
        }
        return new ConformalHumans(bounds, grouped);
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
        return new PValue(
                (cell.length - below + 1.0) / (cell.length + 1.0),
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
