package io.scapa.statistics.prevalence;

import io.scapa.statistics.Limits;
import io.scapa.statistics.Normal;
import io.scapa.statistics.SeededStreams;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The share under which a pool's scores are most probable, where the pool differs from the calibration texts in that share
 * only (label shift): the maximum of sum of ln(1 + share * (r - 1)) over documents with likelihood ratios r. It is the
 * fixed point of the EM algorithm of M. Saerens, P. Latinne, C. Decaestecker, "Adjusting the Outputs of a Classifier to New
 * a Priori Probabilities", Neural Computation 14 (2002), equation 2.6; the likelihood is concave, so Newton's method finds
 * in ten steps what EM nears in hundreds.
 *
 * <p>Limits: the signed root of the profile likelihood for the sampling error, over draws of the calibration for its
 * uncertainty. For a large pool the second is nearly all of it, and an interval without it is wrong. Documents of unequal
 * size count as Kish's effective number.
 */
public final class LabelShiftLikelihood {
    private static final int DRAWS = 1_000;
    private static final double TOLERANCE = 1e-11;

    private final double[] logOdds;
    private final double[] counts;
    private final LogOddsCalibration calibration;
    private final double estimate;
    private final double[] draws;

    private LabelShiftLikelihood(ScoreHistogram pool, double prior, LogOddsCalibration calibration, long seed) {
        int[] filled =
                IntStream.range(0, pool.bins()).filter(b -> pool.size(b) > 0).toArray();
        double unit = pool.effectiveDocuments() / pool.totalSize();
        double priorLogOdds = ScoreHistogram.logOdds(prior);
        this.counts = IntStream.of(filled).mapToDouble(b -> unit * pool.size(b)).toArray();
        this.logOdds = IntStream.of(filled)
                .mapToDouble(b -> ScoreHistogram.centre(b) - priorLogOdds)
                .toArray();
        this.calibration = calibration;
        this.estimate = maximum(excessRatios(calibration));
        this.draws = calibration.isCertain() ? new double[0] : draws(seed);
    }

    /**
     * @param pool the scores, P(synthetic) at {@code prior}
     * @param prior the share at which the scores are calibrated, in (0, 1); 0.5 for assessments
     * @param calibration how far the scores are to be trusted
     * @param seed of the draws
     * @throws IllegalArgumentException where the pool is empty or the prior out of range
     */
    public static LabelShiftLikelihood of(
            ScoreHistogram pool, double prior, LogOddsCalibration calibration, long seed) {
        if (pool.documents() == 0) {
            throw new IllegalArgumentException("a pool holds at least one document, got none");
        }
        if (!(prior > 0 && prior < 1)) {
            throw new IllegalArgumentException("a prior lies in (0, 1), got " + prior);
        }
        return new LabelShiftLikelihood(pool, prior, calibration, seed);
    }

    /** The most likely share, in [0, 1]. */
    public double estimate() {
        return estimate;
    }

    /** The share lies at or below this with about the stated confidence, in (0.5, 1). */
    public double upper(double confidence) {
        if (calibration.isCertain()) {
            return limit(excessRatios(calibration), estimate, Normal.quantile(confidence));
        }
        return Math.max(estimate, draws[(int) Math.min(DRAWS - 1L, (long) Math.ceil(confidence * DRAWS))]);
    }

    /** The share lies at or above this with about the stated confidence, in (0.5, 1). */
    public double lower(double confidence) {
        if (calibration.isCertain()) {
            return limit(excessRatios(calibration), estimate, -Normal.quantile(confidence));
        }
        return Math.min(estimate, draws[(int) Math.max(0, Math.floor((1 - confidence) * DRAWS) - 1)]);
    }

    /** The two-sided interval. */
    public Limits interval(double confidence) {
        double oneSided = (1 + confidence) / 2;
        return new Limits(lower(oneSided), upper(oneSided));
    }

    /** Under each drawn calibration, the share at a random signed root of the profile likelihood. */
    private double[] draws(long seed) {
        RandomGenerator random = new SeededStreams(seed).stream("label shift", 0);
        double[] shares = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            double[] excess = excessRatios(calibration.draw(random));
            shares[i] = limit(excess, maximum(excess), random.nextGaussian());
        }
        Arrays.sort(shares);
        return shares;
    }

    /** r - 1 by bin. */
    private double[] excessRatios(LogOddsCalibration believed) {
        return Arrays.stream(logOdds).map(l -> Math.expm1(believed.apply(l))).toArray();
    }

    /** The root of the slope, which falls in the share; an end of [0, 1] where it has no root there. */
    private double maximum(double[] excess) {
        if (slope(excess, 0)[0] <= 0) {
            return 0;
        }
        if (slope(excess, 1)[0] >= 0) {
            return 1;
        }
        double lower = 0;
        double upper = 1;
        double share = 0.5;
        for (int i = 0; i < 200 && upper - lower > TOLERANCE; i++) {
            double[] slope = slope(excess, share);
            if (slope[0] > 0) {
                lower = share;
            } else {
                upper = share;
            }
            double next = share - slope[0] / slope[1];
            next = next > lower && next < upper ? next : 0.5 * (lower + upper);
            if (Math.abs(next - share) < TOLERANCE) {
                return next;
            }
            share = next;
        }
        return share;
    }

    /** First and second derivative of the log likelihood. */
    private double[] slope(double[] excess, double share) {
        double first = 0;
        double second = 0;
        for (int b = 0; b < excess.length; b++) {
            double term = excess[b] / (1 + share * excess[b]);
            first += counts[b] * term;
            second -= counts[b] * term * term;
        }
        return new double[] {first, second};
    }

    private double logLikelihood(double[] excess, double share) {
        double sum = 0;
        for (int b = 0; b < excess.length; b++) {
            sum += counts[b] * Math.log1p(share * excess[b]);
        }
        return sum;
    }

    /**
     * The share above (z &gt; 0) or below the maximum whose log likelihood is z^2 / 2 less; else the end of [0, 1]. The
     * likelihood is concave, so Newton's steps from beyond the root close in without passing it.
     */
    private double limit(double[] excess, double maximum, double z) {
        double target = logLikelihood(excess, maximum) - 0.5 * z * z;
        double end = z > 0 ? 1 : 0;
        if (logLikelihood(excess, end) >= target) {
            return end;
        }
        double[] slope = slope(excess, maximum);
        double share = Math.clamp(maximum + z / Math.sqrt(-slope[1]), 0, 1);
        for (int i = 0; i < 100; i++) {
            double first = slope(excess, share)[0];
            double next = first == 0 ? end : share - (logLikelihood(excess, share) - target) / first;
            next = Math.clamp(next, Math.min(maximum, end), Math.max(maximum, end));
            if (Math.abs(next - share) < TOLERANCE) {
                return next;
            }
            share = next;
        }
        return share;
    }
}
