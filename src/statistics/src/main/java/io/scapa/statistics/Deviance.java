package io.scapa.statistics;

import org.hipparchus.special.Gamma;

/**
 * The two terms of the saddle-point form of Poisson and binomial probabilities, which stay accurate where sums of log
 * factorials cancel: C. Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000), equations 2 and 3.
 */
final class Deviance {
    private static final double STIRLING_FROM = 16;

    private Deviance() {}

    /**
     * {@code x ln(x / mean) + mean - x}, never negative.
     *
     * @param x the observed count, 0 or more
     * @param mean its expectation, over 0
     * @param difference {@code x - mean}, as exactly as the caller knows it: the result's accuracy rests on it
     */
    static double of(double x, double mean, double difference) {
        if (x == 0) {
            return mean;
        }
        double v = difference / (x + mean);
        return Math.abs(v) < 0.5 ? series(x, v, difference) : x * Math.log(x / mean) - difference;
    }

    /** Loader's series: with v = (x - M) / (x + M), ln(x / M) = 2 atanh(v), of which the first term cancels. */
    private static double series(double x, double v, double difference) {
        double square = v * v;
        double sum = difference * v;
        double power = 2 * x * v;
        for (int odd = 3; ; odd += 2) {
            power *= square;
            double next = sum + power / odd;
            if (next == sum) {
                return sum;
            }
            sum = next;
        }
    }

    /** {@code ln Gamma(n + 1)} less Stirling's {@code ln(2 pi n) / 2 + n ln n - n}, for n over 0. */
    static double stirlingError(double n) {
        if (n < STIRLING_FROM) {
            return Gamma.logGamma(n + 1) - (0.5 * Math.log(2 * Math.PI * n) + n * Math.log(n) - n);
        }
        double s = 1 / (n * n);
        return (1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680 - s * (1.0 / 1188 - s * 691 / 360360)))))
                / n;
    }
}
