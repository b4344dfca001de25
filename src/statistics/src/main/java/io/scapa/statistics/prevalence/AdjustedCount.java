package io.scapa.statistics.prevalence;

import io.scapa.statistics.Limits;
import io.scapa.statistics.SeededStreams;
import java.util.Arrays;

/**
 * Classify and count, corrected for the threshold's errors: (q - FPR) / (TPR - FPR) for a flagged share q. W. Rogan and
 * B. Gladen, "Estimating Prevalence from the Results of a Screening Test", American Journal of Epidemiology 107 (1978).
 *
 * <p>The interval carries the sampling error of all three rates: their Clopper-Pearson confidence distributions are melded
 * (M. Fay, M. Proschan, E. Brittain, "Combining One-Sample Confidence Procedures for Inference in the Two-Sample Case",
 * Biometrics 71, 2015), each taken from the side that makes the limit safe. It assumes that the rates carry over from the
 * calibration texts to the pool; {@code transferSd} says how far they may have moved, as the standard deviation of one
 * shift of both rates' log-odds.
 */
public final class AdjustedCount {
    private static final int DRAWS = 20_000;

    private final double estimate;
    private final double[] upperDraws;
    private final double[] lowerDraws;

    private AdjustedCount(long flagged, long documents, CalibrationCounts calibration, double transferSd, long seed) {
        double flaggedShare = (double) flagged / documents;
        this.estimate =
                corrected(flaggedShare, calibration.truePositiveRate(), calibration.falsePositiveRate(), flaggedShare);
        this.upperDraws = draws(flagged, documents, calibration, transferSd, seed, 1);
        this.lowerDraws = draws(flagged, documents, calibration, transferSd, seed, 0);
    }

    /**
     * @param flagged documents of the pool that the threshold flags
     * @param documents all documents of the pool, over 0
     * @param calibration how the same threshold did on texts of known origin
     * @param transferSd standard deviation of the shift of both rates' log-odds between those and the pool, 0 or more
     * @param seed of the melding
     * @throws IllegalArgumentException where a number is out of range
     */
    public static AdjustedCount of(
            long flagged, long documents, CalibrationCounts calibration, double transferSd, long seed) {
        if (documents < 1 || flagged < 0 || flagged > documents) {
            throw new IllegalArgumentException(
                    "the flagged documents lie within the pool, got " + flagged + " of " + documents);
        }
        if (!(transferSd >= 0)) {
            throw new IllegalArgumentException("a standard deviation is not negative, got " + transferSd);
        }
        return new AdjustedCount(flagged, documents, calibration, transferSd, seed);
    }

    /** The corrected share, in [0, 1]; the flagged share where the threshold does not tell the classes apart. */
    public double estimate() {
        return estimate;
    }

    /** The share lies at or below this with the stated confidence, in (0.5, 1). */
    public double upper(double confidence) {
        return Math.max(estimate, upperDraws[(int) Math.min(DRAWS - 1L, (long) Math.ceil(confidence * DRAWS))]);
    }

    /** The share lies at or above this with the stated confidence, in (0.5, 1). */
    public double lower(double confidence) {
        return Math.min(estimate, lowerDraws[(int) Math.max(0, Math.floor((1 - confidence) * DRAWS) - 1)]);
    }

    /** The two-sided interval. */
    public Limits interval(double confidence) {
        double oneSided = (1 + confidence) / 2;
        return new Limits(lower(oneSided), upper(oneSided));
    }

    /** A draw whose rates do not tell the classes apart says nothing: it is given the end that is safe. */
    private static double corrected(double flagged, double sensitivity, double falseAlarm, double otherwise) {
        double gap = sensitivity - falseAlarm;
        return gap <= 0 ? otherwise : Math.clamp((flagged - falseAlarm) / gap, 0, 1);
    }

    /** {@code side} 1 draws the flagged share high and the errors low, 0 the other way round. */
    private static double[] draws(
            long flagged, long documents, CalibrationCounts c, double transferSd, long seed, int side) {
        var generator = new SeededStreams(seed).stream("adjusted count", side);
        RandomGamma random = new RandomGamma(generator);
        double[] draws = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            double shift = transferSd * generator.nextGaussian();
            double share = limit(random, flagged, documents, side);
            double sensitivity = shifted(limit(random, c.truePositives(), c.synthetic(), 1 - side), shift);
            double falseAlarm = shifted(limit(random, c.falsePositives(), c.human(), 1 - side), shift);
            draws[i] = corrected(share, sensitivity, falseAlarm, side);
        }
        Arrays.sort(draws);
        return draws;
    }

    /** A draw from the upper (side 1) or lower (side 0) confidence distribution of a proportion. */
    private static double limit(RandomGamma random, long k, long n, int side) {
        return random.beta(k + (double) side, n - k + 1.0 - side);
    }

    private static double shifted(double rate, double shift) {
        return rate <= 0 || rate >= 1 ? rate : ScoreHistogram.logistic(ScoreHistogram.logOdds(rate) + shift);
    }
}
