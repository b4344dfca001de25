package io.scapa.detection.watermark;

import io.scapa.statistics.Gamma;

/**
 * The law of (1 - a) X + a Y for independent X, Y ~ Gamma(n, 1): the score of n positions under a weighted pair of keys.
 *
 * <p>A gamma variable of the larger scale is one of the smaller scale whose shape is n plus a negative binomial number (by
 * the generating function of the geometric sums; Moschopoulos, "The distribution of the sum of independent gamma random
 * variables", 1985, has the general case), so every figure here is an infinite sum with positive terms.
 *
 * <p>The sum takes about n / a terms; for a under a thousandth the law is that of one gamma variable of the same two moments,
 * whose tails then differ by about a thousandth of their own size.
 */
final class KeyPairLaw {
    private static final double LEAST_RATIO = 1e-3;
    private static final double DEVIATIONS = 14;
    private static final double NEGLIGIBLE = 1e-18;

    private final int positions;
    private final double scale;
    private final double ratio;

    /**
     * @param positions how many, 1 or more
     * @param share weight of one of the keys, strictly between 0 and 1
     */
    KeyPairLaw(int positions, double share) {
        this.positions = positions;
        this.scale = Math.min(share, 1 - share);
        this.ratio = scale / (1 - scale);
    }

    /** The sums over the mixture at one score. */
    private record Sums(double upperTail, double logDensity, double partialMean) {}

    /** P(score at least {@code sum}). */
    double upperTail(double sum) {
        if (sum <= 0) {
            return 1;
        }
        return ratio < LEAST_RATIO
                ? Gamma.regularisedUpper(positions / variance(), sum / variance())
                : Math.min(1, sums(sum).upperTail());
    }

    /**
     * Natural log of the Bayes factor of a score against the same law with its rate uniform on (0, 1): E[S; S <= s] / (s^2
     * f(s)).
     */
    double logBayesFactor(double sum) {
        if (ratio < LEAST_RATIO) {
            return new NullModel.Exponential().logBayesFactor(sum, positions);
        }
        double score = Math.max(sum, Double.MIN_NORMAL);
        Sums sums = sums(score);
        double least = -Math.log(2.0 * positions + 1);
        return Math.max(least, Math.log(sums.partialMean()) - 2 * Math.log(score) - sums.logDensity());
    }

    private double variance() {
        return scale * scale + (1 - scale) * (1 - scale);
    }

    private Sums sums(double sum) {
        double x = sum / scale;
        int k = firstTerm();
        double shape = 2.0 * positions + k;
        double logWeight = logWeight(k);
        double tail = Gamma.regularisedUpper(shape, x);
        double logStep = shape * Math.log(x) - x - org.hipparchus.special.Gamma.logGamma(shape + 1);
        double upper = 0;
        double mean = 0;
        double density = 0;
        double largest = logWeight + logStep + Math.log(shape / x);
        while (true) {
            double weight = Math.exp(logWeight);
            double next = tail + Math.exp(logStep);
            upper += weight * tail;
            mean += weight * scale * shape * Math.max(0, 1 - next);
            double logTerm = logWeight + logStep + Math.log(shape / x);
            if (logTerm > largest) {
                density *= Math.exp(largest - logTerm);
                largest = logTerm;
            }
            density += Math.exp(logTerm - largest);
            double decay = (positions + k) * (1 - ratio) / (k + 1);
            if (decay < 1 && weight <= upper * NEGLIGIBLE * (1 - decay) || weight == 0 && k > mean()) {
                return new Sums(upper, largest + Math.log(density) - Math.log(scale), mean);
            }
            logWeight += Math.log(decay);
            k++;
            shape++;
            tail = Math.min(1, next);
            logStep += Math.log(x / shape);
        }
    }

    /** Terms further below the negative binomial's mean have no weight, and smaller tails than those above. */
    private int firstTerm() {
        double deviation = Math.sqrt(positions * (1 - ratio)) / ratio;
        return (int) Math.max(0, mean() - DEVIATIONS * deviation);
    }

    private double mean() {
        return positions * (1 - ratio) / ratio;
    }

    private double logWeight(int k) {
        return org.hipparchus.special.Gamma.logGamma(positions + (double) k)
                - org.hipparchus.special.Gamma.logGamma(positions)
                - org.hipparchus.special.Gamma.logGamma(k + 1.0)
                + positions * Math.log(ratio)
                + (k == 0 ? 0 : k * Math.log1p(-ratio));
    }
}
