package io.scapa.statistics;

import org.hipparchus.special.Erf;

/** The standard normal distribution, accurate to about 1e-14 relative into the far tails. */
public final class Normal {
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
    private static final double FAR = 3;

    private Normal() {}

    /** P(Z &gt;= z). */
    public static double upperTail(double z) {
        return z < FAR ? 0.5 * Erf.erfc(z / Math.sqrt(2)) : density(z) * mills(z);
    }

    /** P(Z &lt;= z). */
    public static double lowerTail(double z) {
        return upperTail(-z);
    }

    /** Natural log of {@link #upperTail}, also where the tail itself underflows. */
    public static double logUpperTail(double z) {
        if (z < FAR) {
            return z < -FAR ? Math.log1p(-upperTail(-z)) : Math.log(upperTail(z));
        }
        return Double.isInfinite(z) ? Double.NEGATIVE_INFINITY : -0.5 * z * z - HALF_LOG_TWO_PI + Math.log(mills(z));
    }

    /** The density at z. */
    public static double density(double z) {
        if (Double.isInfinite(z)) {
            return 0;
        }
        double square = z * z;
        double lost = Math.fma(z, z, -square);
        return Math.exp(-0.5 * square) * (1 - 0.5 * lost) / Math.sqrt(2 * Math.PI);
    }

    /**
     * The z with P(Z &lt;= z) = p.
     *
     * @param p in [0, 1]; 0 and 1 give the infinities
     * @throws IllegalArgumentException where p is out of range
     */
    public static double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a probability lies in [0, 1], got " + p);
        }
        if (p == 0 || p == 1) {
            return p == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return p <= 0.5 ? -upperQuantile(p) : upperQuantile(1 - p);
    }

    /**
     * The z with P(Z &gt;= z) = tail, for a tail in (0, 1): keeps its digits where 1 - tail would lose them.
     *
     * @throws IllegalArgumentException where the tail is out of range
     */
    public static double upperQuantile(double tail) {
        if (!(tail > 0 && tail < 1)) {
            throw new IllegalArgumentException("a tail lies in (0, 1), got " + tail);
        }
        return tail > 0.5 ? -solve(1 - tail) : solve(tail);
    }

    /** Newton on the log of the tail, which is concave: from 0, on the left of the root, it never overshoots back. */
    private static double solve(double tail) {
        double target = Math.log(tail);
        double z = tail < 0.1 ? Math.sqrt(-2 * target - Math.log(-4 * Math.PI * target)) : 0;
        for (int i = 0; i < 100; i++) {
            double hazard = z < FAR ? density(z) / upperTail(z) : 1 / mills(z);
            double next = z + (logUpperTail(z) - target) / hazard;
            if (Math.abs(next - z) <= 2e-16 * Math.abs(next)) {
                return next;
            }
            z = next;
        }
        return z;
    }

    /** Mills' ratio (tail over density) by Laplace's continued fraction 1/(z + 1/(z + 2/(z + ...))), for z from 3 on. */
    private static double mills(double z) {
        if (Double.isInfinite(z)) {
            return 0;
        }
        double fraction = z;
        for (int i = 160; i >= 1; i--) {
            fraction = z + i / fraction;
        }
        return 1 / fraction;
    }
}
