package io.scapa.statistics.prevalence;

import io.scapa.statistics.Limits;
import io.scapa.statistics.Normal;
import io.scapa.statistics.prevalence.AuditOptions.Design;
import io.scapa.statistics.prevalence.AuditOptions.Target;
import java.util.List;

/**
 * The synthetic share of a pool from a score for every document and a label for a few: the mean score plus the mean error
 * that the audited documents show ("rectifier"). A. Angelopoulos et al., "Prediction-powered inference", Science 382
 * (2023), arXiv 2301.09633, algorithm 1; power tuning after Angelopoulos, Duchi, Zrnic, "PPI++" (2023), arXiv 2311.01453,
 * section 6. The share is unbiased however wrong the scores are: they only decide how narrow the interval is.
 *
 * <p>The papers' limits rest on the normal approximation and lie too low where the share is small or few documents were
 * audited (91% coverage for a stated 95% at a share of 2% and 500 audited). The limits here are {@link MeanBound}'s, for
 * differences that lie in [-lambda, 1]; the papers' are kept as {@link #normalInterval}. Where the labels are all equal,
 * lambda is 0 and the limits are the exact Clopper-Pearson limits of the labels.
 *
 * <p>Finite pools: where the share is of the pool itself, audited documents count as n_eff = N ln(N / (N - n)), which
 * gives the exact limit where no label is found and lies below the usual n / (1 - n/N) elsewhere; no limit says more than
 * the labels known leave open.
 *
 * <p>Sizes (tokens): the share is of the total size. In a uniform audit the pseudo-observation of the limit gets the
 * size of a large document of the pool, and the limit has about twice the slack of an audit drawn in proportion to size:
 * docs/prevalence-coverage.md.
 */
public final class PredictionPoweredMean {
    private final ScorePool pool;
    private final AuditOptions options;
    private final Rectifier rectifier;
    private final double known;
    private final double open;

    private PredictionPoweredMean(ScorePool pool, List<AuditedDocument> audited, AuditOptions options) {
        this.pool = pool;
        this.options = options;
        this.rectifier = Rectifier.of(pool, audited, options);
        double found = 0;
        double seen = 0;
        if (options.target() == Target.POOL && options.design() == Design.UNIFORM) {
            for (AuditedDocument document : audited) {
                found += document.size() * document.label();
                seen += document.size();
            }
        }
        if (seen > pool.totalSize() * (1 + 1e-9)) {
            throw new IllegalArgumentException(
                    "the audited documents sum to a size of " + seen + ", more than their pool's " + pool.totalSize());
        }
        this.known = Math.min(1, found / pool.totalSize());
        this.open = Math.max(0, 1 - seen / pool.totalSize());
    }

    /** With {@link AuditOptions#standard}. */
    public static PredictionPoweredMean of(ScorePool pool, List<AuditedDocument> audited) {
        return of(pool, audited, AuditOptions.standard());
    }

    /**
     * @param pool all documents that the share is of; audited ones belong to it
     * @param audited the audited documents, at least one, drawn at random as the options say
     * @throws IllegalArgumentException where nothing was audited, or more without replacement than the pool holds, in
     *     documents or in size
     */
    public static PredictionPoweredMean of(ScorePool pool, List<AuditedDocument> audited, AuditOptions options) {
        return new PredictionPoweredMean(pool, audited, options);
    }

    /** The share that the estimate takes from the scores: 1 is PPI, 0 the audited labels alone. */
    public double lambda() {
        return rectifier.lambda();
    }

    /** How many documents were audited. */
    public int audited() {
        return rectifier.sizes().length;
    }

    /** The estimated share, in [0, 1]. */
    public double estimate() {
        return Math.clamp(unbounded(), known, Math.min(1, known + open));
    }

    /** The share lies at or below this with at least the stated confidence, in (0.5, 1). */
    public double upper(double confidence) {
        return expectedUpper(confidence, 0);
    }

    /** The share lies at or above this with at least the stated confidence, in (0.5, 1). */
    public double lower(double confidence) {
        double miss = miss(confidence);
        double[] mirrored = new double[audited()];
        for (int i = 0; i < mirrored.length; i++) {
            mirrored[i] = -rectifier.differences()[i];
        }
        double below = rectifier.mean() + limit(mirrored, lambda(), miss, 0);
        double limit = unbounded() - squareAndAdd(below, miss);
        return Math.min(estimate(), Math.max(limit, known));
    }

    /** The two-sided interval: each side misses with probability (1 - confidence) / 2 at most. */
    public Limits interval(double confidence) {
        double oneSided = (1 + confidence) / 2;
        return new Limits(lower(oneSided), upper(oneSided));
    }

    /**
     * The papers' interval: estimate plus or minus the normal quantile times the standard error (PPI, algorithm 1). Too
     * narrow for small shares and small audits, and a point where all differences are equal: for comparison.
     */
    public Limits normalInterval(double confidence) {
        double reach = normalReach((1 - confidence) / 2);
        return new Limits(Math.max(0, unbounded() - reach), Math.max(0, Math.min(1, unbounded() + reach)));
    }

    /** The papers' one-sided upper limit: see {@link #normalInterval}. */
    public double normalUpper(double confidence) {
        return Math.clamp(unbounded() + normalReach(1 - confidence), 0, 1);
    }

    /**
     * The upper limit that is to be expected after auditing some more documents that resemble those audited so far.
     *
     * @param more how many more, 0 or over
     */
    public double expectedUpper(double confidence, int more) {
        double miss = miss(confidence);
        double above = limit(rectifier.differences(), 1, miss, more) - rectifier.mean();
        double limit = unbounded() + squareAndAdd(above, miss);
        return Math.max(estimate(), Math.min(limit, known + open));
    }

    /** How far one more audited document is expected to bring the upper limit down, in shares; 0 where all are known. */
    public double gainOfOneMore(double confidence) {
        return Math.max(0, upper(confidence) - expectedUpper(confidence, 1));
    }

    /**
     * The fewest further documents after which the upper limit is expected at or below a target, or -1 where auditing the
     * most allowed would not bring it there.
     *
     * @param most the most documents worth considering, 0 or more
     */
    public int documentsToReach(double target, double confidence, int most) {
        int ceiling = (int) Math.min(most, Math.max(0, pool.documents() - audited()));
        if (expectedUpper(confidence, ceiling) > target) {
            return -1;
        }
        int low = 0;
        int high = ceiling;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (expectedUpper(confidence, middle) <= target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private double unbounded() {
        return lambda() * pool.meanScore() + rectifier.mean();
    }

    private double limit(double[] differences, double top, double miss, int more) {
        double effective = effective(audited() + more);
        if (Double.isInfinite(effective)) {
            return new Rectifier(lambda(), differences, rectifier.sizes()).mean();
        }
        double topSize = options.design() == Design.UNIFORM ? pool.largeSize() : 1;
        return new MeanBound(differences, rectifier.sizes(), effective, top, topSize).upper(miss);
    }

    private double effective(int n) {
        if (options.target() == Target.SOURCE || options.design() == Design.PROPORTIONAL_TO_SIZE) {
            return n;
        }
        double size = pool.documents();
        return n >= size ? Double.POSITIVE_INFINITY : -size * Math.log1p(-n / size);
    }

    /**
     * Adds the sampling error of the mean score where the pool is itself a sample: distances from the estimate add as
     * squares (G. Zou and A. Donner, "Construction of confidence limits about effect measures", Statistics in Medicine
     * 27, 2008).
     */
    private double squareAndAdd(double distance, double miss) {
        return Math.hypot(distance, Normal.upperQuantile(miss) * poolError());
    }

    private double poolError() {
        return options.target() == Target.POOL ? 0 : lambda() * Math.sqrt(pool.scoreVariance() / pool.documents());
    }

    private double normalReach(double miss) {
        double finite = options.target() == Target.POOL && options.design() == Design.UNIFORM
                ? Math.sqrt(1 - (double) audited() / pool.documents())
                : 1;
        return Normal.upperQuantile(miss) * Math.hypot(finite * rectifier.standardError(), poolError());
    }

    private static double miss(double confidence) {
        if (!(confidence > 0.5 && confidence < 1)) {
            throw new IllegalArgumentException("a one-sided confidence lies in (0.5, 1), got " + confidence);
        }
        return 1 - confidence;
    }
}
