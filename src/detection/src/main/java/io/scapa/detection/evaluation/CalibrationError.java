package io.scapa.detection.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * How far stated probabilities are from frequencies, the two labels weighted to prior 0.5 (Naeini, Cooper and Hauskrecht 2015,
 * with bins of equal width).
 */
public final class CalibrationError {
    private static final int BINS = 10;

    private CalibrationError() {}

    /**
     * One bin of a reliability diagram.
     *
     * @param from its lower end
     * @param to its upper end
     * @param texts how many texts fall in it
     * @param stated their mean probability, weighted
     * @param observed the weighted share of synthetic ones
     * @param weight the bin's share of all weight
     */
    public record Bin(double from, double to, int texts, double stated, double observed, double weight) {}

    /** The bins that hold texts. */
    public static List<Bin> reliability(double[] probabilities, boolean[] synthetic) {
        long positives = java.util.stream.IntStream.range(0, synthetic.length)
                .filter(i -> synthetic[i])
                .count();
        double[] stated = new double[BINS];
        double[] observed = new double[BINS];
        double[] weight = new double[BINS];
        int[] texts = new int[BINS];
        for (int i = 0; i < probabilities.length; i++) {
            int bin = Math.min(BINS - 1, (int) (probabilities[i] * BINS));
            double w = 0.5 / (synthetic[i] ? positives : synthetic.length - positives);
            texts[bin]++;
            weight[bin] += w;
            stated[bin] += w * probabilities[i];
            observed[bin] += synthetic[i] ? w : 0;
        }
        List<Bin> bins = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            if (texts[b] > 0) {
                bins.add(new Bin(
                        (double) b / BINS,
                        (b + 1.0) / BINS,
                        texts[b],
                        stated[b] / weight[b],
                        observed[b] / weight[b],
                        weight[b]));
            }
        }
        return bins;
    }

    /** The expected calibration error: the mean distance of stated and observed, weighted by the bins. */
    public static double expected(double[] probabilities, boolean[] synthetic) {
        return reliability(probabilities, synthetic).stream()
                .mapToDouble(b -> b.weight() * Math.abs(b.stated() - b.observed()))
                .sum();
    }
}
