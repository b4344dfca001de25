package io.scapa.detection.evaluation;

import java.util.Arrays;

/** The figures of a ROC curve, exactly as {@code roc.py} defines them. */
public final class Roc {
    private Roc() {}

    /**
     * Area under the ROC curve: the probability that a positive scores higher than a negative, ties counting one half.
     *
     * @throws IllegalArgumentException where one side is empty
     */
    public static double auroc(double[] negatives, double[] positives) {
        if (negatives.length == 0 || positives.length == 0) {
            throw new IllegalArgumentException("a ROC curve needs both sides, got " + negatives.length
                    + " negatives and " + positives.length + " positives");
        }
        double[] sorted = negatives.clone();
        Arrays.sort(sorted);
        double[] other = positives.clone();
        Arrays.sort(other);
        double twice = 0;
        int below = 0;
        int atMost = 0;
        for (double score : other) {
            while (below < sorted.length && sorted[below] < score) {
                below++;
            }
            while (atMost < sorted.length && sorted[atMost] <= score) {
                atMost++;
            }
            twice += below + atMost;
        }
        return twice / 2 / ((double) sorted.length * other.length);
    }

    /** The smallest threshold over which lies at most a share {@code rate} of the negatives. */
    public static double thresholdAt(double[] negatives, double rate) {
        double[] sorted = negatives.clone();
        Arrays.sort(sorted);
        int allowed = (int) (rate * sorted.length);
        return allowed < sorted.length ? sorted[sorted.length - 1 - allowed] : Double.NEGATIVE_INFINITY;
    }

    /** The share of some scores strictly over a threshold. */
    public static double shareOver(double[] scores, double threshold) {
        return (double) Arrays.stream(scores).filter(s -> s > threshold).count() / scores.length;
    }
}
