package io.scapa.statistics.prevalence;

import io.scapa.statistics.ClopperPearson;
import io.scapa.statistics.Limits;
import io.scapa.statistics.Normal;

/**
 * What is usually reported, and is wrong: kept as named baselines so that docs/prevalence-coverage.md can show how often
 * their limits hold. Nothing else calls them.
 */
public final class NaivePrevalence {
    private NaivePrevalence() {}

    /**
     * Counts scores over a threshold and treats the count as binomial. Biased by the threshold's errors: with more data it
     * only becomes surer of the wrong share.
     */
    public static double thresholdCountUpper(double[] scores, double threshold, double confidence) {
        return ClopperPearson.upper(countOver(scores, threshold), scores.length, confidence);
    }

    /** The share of scores over a threshold, with its binomial interval. */
    public static Limits thresholdCountInterval(double[] scores, double threshold, double confidence) {
        return ClopperPearson.interval(countOver(scores, threshold), scores.length, confidence);
    }

    /**
     * Mean score plus a normal limit as if each document were an independent coin of that probability. Blind to a shift
     * of the calibration, which moves all documents together.
     */
    public static double independentPosteriorsUpper(double[] scores, double confidence) {
        double sum = 0;
        double variance = 0;
        for (double score : scores) {
            sum += score;
            variance += score * (1 - score);
        }
        double reach = Normal.quantile(confidence) * Math.sqrt(variance);
        return Math.clamp((sum + reach) / scores.length, 0, 1);
    }

    private static long countOver(double[] scores, double threshold) {
        long count = 0;
        for (double score : scores) {
            count += score > threshold ? 1 : 0;
        }
        return count;
    }
}
