package io.scapa.statistics;

/**
 * Exact tails of the binomial distribution, accurate to 1e-12 relative however far out for up to ten million trials (the
 * error grows with the square root of the trials beyond). The mass is Loader's saddle-point form ({@link Deviance}) with
 * the product {@code n p} carried in two doubles; the tail is that mass times a sum of positive ratios, so nothing
 * cancels. Cost grows with the square root of {@code n} near the mean and is a few terms far from it.
 */
public final class Binomial {
    private Binomial() {}

    /**
     * P(X &gt;= k) for X ~ Binomial(n, p).
     *
     * @param k any count; 1 comes back for 0 or less, 0 above {@code n}
     * @param n number of trials, 0 or more
     * @param p probability of success, in [0, 1]
     * @throws IllegalArgumentException where n or p is out of range
     */
    public static double upperTail(long k, long n, double p) {
        return Math.exp(logUpperTail(k, n, p));
    }

    /** P(X &lt;= k) for X ~ Binomial(n, p): 0 below 0, 1 from {@code n} on. */
    public static double lowerTail(long k, long n, double p) {
        return Math.exp(logLowerTail(k, n, p));
    }

    /** Natural log of {@link #upperTail}, also where the tail itself underflows. */
    public static double logUpperTail(long k, long n, double p) {
        check(n, p);
        return k <= 0 ? 0 : k > n ? Double.NEGATIVE_INFINITY : upper(k, n, p);
    }

    /** Natural log of {@link #lowerTail}, also where the tail itself underflows. */
    public static double logLowerTail(long k, long n, double p) {
        check(n, p);
        return k >= n ? 0 : k < 0 ? Double.NEGATIVE_INFINITY : lower(k, n, p);
    }

    /** Natural log of P(X = k). */
    public static double logProbability(long k, long n, double p) {
        check(n, p);
        if (k < 0 || k > n) {
            return Double.NEGATIVE_INFINITY;
        }
        return logMass(k, n, p, 1 - p, difference(k, n, p));
    }

    /** From the side of the mean where the tail is the small part; the other side is its complement. */
    private static double upper(long k, long n, double p) {
        double excess = difference(k, n, p);
        return excess >= 0
                ? logMass(k, n, p, 1 - p, excess) + Math.log(ratios(k, n, p / (1 - p)))
                : complement(lower(k - 1, n, p));
    }

    private static double lower(long k, long n, double p) {
        double excess = difference(k, n, p);
        return excess <= 0
                ? logMass(k, n, p, 1 - p, excess) + Math.log(ratios(n - k, n, (1 - p) / p))
                : complement(upper(k + 1, n, p));
    }

    private static double complement(double logTail) {
        return logTail >= 0 ? Double.NEGATIVE_INFINITY : Math.log1p(-Math.exp(logTail));
    }

    /** P(X >= k) / P(X = k): 1 + r1 + r1 r2 + ..., each ratio below 1 as k is at or above the mean. */
    private static double ratios(long k, long n, double odds) {
        double sum = 1;
        double term = 1;
        for (long i = k; i < n; i++) {
            term *= (n - i) / (i + 1.0) * odds;
            double next = sum + term;
            if (next == sum) {
                break;
            }
            sum = next;
        }
        return sum;
    }

    /** ln P(X = k) by Loader's equation 3; {@code excess} is k - n p. */
    private static double logMass(long k, long n, double p, double q, double excess) {
        if (k == 0) {
            return n * Math.log1p(-p);
        }
        if (k == n) {
            return n * Math.log(p);
        }
        double m = n - k;
        return Deviance.stirlingError(n)
                - Deviance.stirlingError(k)
                - Deviance.stirlingError(m)
                - Deviance.of(k, n * p, excess)
                - Deviance.of(m, n * q, -excess)
                + 0.5 * Math.log(n / (2 * Math.PI * k * m));
    }

    /** k - n p with the product's rounding error taken back. */
    private static double difference(long k, long n, double p) {
        double product = n * p;
        return (k - product) - Math.fma((double) n, p, -product);
    }

    private static void check(long n, double p) {
        if (n < 0) {
            throw new IllegalArgumentException("a number of trials is 0 or more, got " + n);
        }
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a probability lies in [0, 1], got " + p);
        }
    }
}
