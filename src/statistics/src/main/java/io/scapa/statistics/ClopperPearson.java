package io.scapa.statistics;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * Exact confidence limits of a proportion: C. Clopper and E. Pearson, "The Use of Confidence or Fiducial Limits
 * Illustrated in the Case of the Binomial", Biometrika 26 (1934). Coverage is never below the stated confidence. The
 * limits are found on the log-odds scale from {@link Binomial}'s tails, so that tiny proportions keep their digits.
 */
public final class ClopperPearson {
    private static final double LOG_ODDS_BOUND = 700;
    private static final int MAX_EVALUATIONS = 500;

    private ClopperPearson() {}

    /**
     * The two-sided interval, each side missing with probability (1 - confidence) / 2 at most.
     *
     * @param k successes, in [0, n]
     * @param n trials, over 0
     * @param confidence in (0, 1), such as 0.95
     * @throws IllegalArgumentException where an argument is out of range
     */
    public static Limits interval(long k, long n, double confidence) {
        check(k, n, confidence);
        double miss = (1 - confidence) / 2;
        return new Limits(lowerAt(k, n, miss), upperAt(k, n, miss));
    }

    /** The one-sided upper limit: the proportion lies at or below it with at least this confidence. */
    public static double upper(long k, long n, double confidence) {
        check(k, n, confidence);
        return upperAt(k, n, 1 - confidence);
    }

    /** The one-sided lower limit: the proportion lies at or above it with at least this confidence. */
    public static double lower(long k, long n, double confidence) {
        check(k, n, confidence);
        return lowerAt(k, n, 1 - confidence);
    }

    /** The p at which P(X >= k) = miss. */
    private static double lowerAt(long k, long n, double miss) {
        if (k == 0) {
            return 0;
        }
        if (k == n) {
            return Math.exp(Math.log(miss) / n);
        }
        double target = Math.log(miss);
        return solve(k, n, t -> Binomial.logUpperTail(k, n, logistic(t)) - target);
    }

    /** The p at which P(X <= k) = miss. */
    private static double upperAt(long k, long n, double miss) {
        if (k == n) {
            return 1;
        }
        if (k == 0) {
            return -Math.expm1(Math.log(miss) / n);
        }
        double target = Math.log(miss);
        return solve(k, n, t -> Binomial.logLowerTail(k, n, logistic(t)) - target);
    }

    /** Brackets the root outwards from the observed log-odds, then closes in by Brent's method. */
    private static double solve(long k, long n, UnivariateFunction excess) {
        double centre = Math.log((double) k / (n - k));
        double step = 1;
        while (excess.value(centre - step) * excess.value(centre + step) > 0 && step < LOG_ODDS_BOUND) {
            step *= 2;
        }
        return logistic(new BrentSolver(1e-14, 1e-14).solve(MAX_EVALUATIONS, excess, centre - step, centre + step));
    }

    private static double logistic(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    private static void check(long k, long n, double confidence) {
        if (n <= 0 || k < 0 || k > n) {
            throw new IllegalArgumentException("a proportion needs 0 <= k <= n and n > 0, got " + k + " of " + n);
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence lies in (0, 1), got " + confidence);
        }
    }
}
