package io.scapa.statistics.prevalence;

/**
 * Upper confidence limit of the mean of a bounded variable from a small sample, without a normal approximation: N. Gaffke,
 * "Three test statistics for a nonparametric one-sided hypothesis on the mean of a nonnegative variable" (Mathematical
 * Methods of Statistics 14, 2005), in the form of E. Learned-Miller and P. Thomas, "A New Confidence Interval for the Mean
 * of a Bounded Random Variable" (2019, arXiv 1905.06208). The sample is joined by one pseudo-observation at the greatest
 * value that the variable can take, all n + 1 get Dirichlet(1, ..., 1) weights, and the limit is the quantile of the
 * weighted mean.
 *
 * <p>For labels that are 0 or 1 this is the exact Clopper-Pearson limit; for a sample of equal values or of one value it
 * stays honest, where a limit from the standard error is a point. That its coverage never falls below the stated one is
 * proven for two-point variables and conjectured in general; no counter-example is known, and docs/prevalence-coverage.md
 * measures it.
 *
 * <p>Two generalisations, for survey samples. Sizes: the mean is a ratio of size-weighted sums. An effective number of
 * observations other than n gives each observation the Dirichlet parameter effective / n, which is what E. Korn and
 * B. Graubard do to Clopper-Pearson ("Confidence Intervals for Proportions with Small Expected Number of Positive Counts",
 * Survey Methodology 24, 1998).
 */
final class MeanBound {
    private static final double TOLERANCE = 1e-9;

    private final double[] values;
    private final double[] sizes;
    private final double shape;
    private final double top;
    private final double topSize;

    /**
     * @param values the observations, each at most {@code top}
     * @param sizes their sizes, over 0
     * @param effective how many observations they are worth, over 0
     * @param top the greatest possible value
     * @param topSize the size of the pseudo-observation
     */
    MeanBound(double[] values, double[] sizes, double effective, double top, double topSize) {
        this.values = values;
        this.sizes = sizes;
        this.shape = effective / values.length;
        this.top = top;
        this.topSize = topSize;
    }

    /** The limit that the mean exceeds with probability at most {@code miss}. */
    double upper(double miss) {
        double lower = top;
        for (double value : values) {
            lower = Math.min(lower, value);
        }
        double upper = top;
        if (lower == upper) {
            return top;
        }
        return root(lower, upper, miss);
    }

    /** P(weighted mean &gt; u) over the Dirichlet weights: 1 at the least value, 0 at the top. */
    double tailAbove(double u) {
        double[] coefficients = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            coefficients[i] = sizes[i] * (values[i] - u);
        }
        coefficients[values.length] = topSize * (top - u);
        return new GammaSum(coefficients, shape).probabilityPositive();
    }

    /** False position on the tail with bisection as its safeguard (the Illinois rule), to {@value #TOLERANCE}. */
    private double root(double from, double to, double miss) {
        double a = from;
        double b = to;
        double atA = 1 - miss;
        double atB = -miss;
        int side = 0;
        for (int i = 0; i < 200 && b - a > TOLERANCE; i++) {
            double u = i % 4 == 3 ? 0.5 * (a + b) : (a * atB - b * atA) / (atB - atA);
            double excess = tailAbove(u) - miss;
            if (excess > 0) {
                a = u;
                atA = excess;
                atB = side > 0 ? 0.5 * atB : atB;
                side = 1;
            } else {
                b = u;
                atB = excess;
                atA = side < 0 ? 0.5 * atA : atA;
                side = -1;
            }
            if (Math.abs(excess) < 1e-10 * miss) {
                return u;
            }
        }
        return b;
    }
}
