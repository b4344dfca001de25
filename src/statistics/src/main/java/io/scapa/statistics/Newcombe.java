package io.scapa.statistics;

/**
 * Intervals of a difference of two proportions made of Wilson's score limits of each: R. Newcombe, "Interval estimation for the
 * difference between independent proportions: comparison of eleven methods" and "Improved confidence intervals for the
 * difference between binomial proportions based on paired data", Statistics in Medicine 17 (1998), method 10 of both.
 */
public final class Newcombe {
    private Newcombe() {}

    /**
     * Wilson's score interval of one proportion.
     *
     * @param k successes, in [0, n]
     * @param n trials, over 0
     * @param confidence in (0, 1)
     */
    public static Limits wilson(long k, long n, double confidence) {
        if (n <= 0 || k < 0 || k > n) {
            throw new IllegalArgumentException("a proportion needs 0 <= k <= n and n > 0, got " + k + " of " + n);
        }
        double z = Normal.upperQuantile((1 - confidence) / 2);
        double p = (double) k / n;
        double centre = p + z * z / (2 * n);
        double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n));
        double scale = 1 + z * z / n;
        return new Limits(
                k == 0 ? 0 : Math.max(0, (centre - half) / scale), k == n ? 1 : Math.min(1, (centre + half) / scale));
    }

    /** The interval of k1 / n1 - k2 / n2, the two samples independent. */
    public static Limits difference(long k1, long n1, long k2, long n2, double confidence) {
        return limits(k1, n1, k2, n2, 0, confidence);
    }

    /**
     * The interval of the share of {@code first} less that of {@code second} among the same n subjects.
     *
     * @param both how many have both
     * @param first how many have only the first
     * @param second how many have only the second
     * @param neither how many have neither
     */
    public static Limits paired(long both, long first, long second, long neither, double confidence) {
        long n = both + first + second + neither;
        double product = (double) both * neither - (double) first * second;
        double corrected = product > n / 2.0 ? product - n / 2.0 : Math.min(product, 0);
        double margins = Math.sqrt((double) (both + first) * (second + neither))
                * Math.sqrt((double) (both + second) * (first + neither));
        double correlation = margins == 0 ? 0 : corrected / margins;
        return limits(both + first, n, both + second, n, correlation, confidence);
    }

    private static Limits limits(long k1, long n1, long k2, long n2, double correlation, double confidence) {
        Limits one = wilson(k1, n1, confidence);
        Limits two = wilson(k2, n2, confidence);
        double p1 = (double) k1 / n1;
        double p2 = (double) k2 / n2;
        double below = distance(p1 - one.lower(), two.upper() - p2, correlation);
        double above = distance(one.upper() - p1, p2 - two.lower(), correlation);
        return new Limits(Math.max(-1, p1 - p2 - below), Math.min(1, p1 - p2 + above));
    }

    private static double distance(double a, double b, double correlation) {
        return Math.sqrt(Math.max(0, a * a - 2 * correlation * a * b + b * b));
    }
}
