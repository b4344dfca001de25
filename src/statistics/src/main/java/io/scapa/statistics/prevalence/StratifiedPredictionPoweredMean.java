package io.scapa.statistics.prevalence;

import io.scapa.statistics.Limits;
import io.scapa.statistics.SeededStreams;
import io.scapa.statistics.prevalence.AuditOptions.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The synthetic share of a pool whose strata were audited one by one: the strata's {@link PredictionPoweredMean}s, weighted
 * by size (A. Fisch et al., "Stratified Prediction-Powered Inference for Hybrid Language Model Evaluation", 2024, arXiv
 * 2406.04291), each with its own lambda. Auditing more where scores say least narrows the limit for the same effort:
 * {@link #nextAudit} says where the next document tells most.
 *
 * <p>Limits: within each stratum the mean difference is bootstrapped with Dirichlet weights (D. Rubin, "The Bayesian
 * Bootstrap", 1981), its spread corrected to the unbiased variance; one pseudo-observation at the greatest difference
 * stands for all strata, as in {@link MeanBound}, with the effective number of documents of the stratum that was sampled
 * most thinly, min over strata of n_h / W_h. One for each stratum would be safe too and would cost as many times the
 * slack. With no label found anywhere and a proportional audit this is the exact Clopper-Pearson limit of the whole.
 *
 * <p>Each stratum's audit is a uniform sample without replacement of it, and the share is that of the pool.
 */
public final class StratifiedPredictionPoweredMean {
    /** Draws of the bootstrap: the Monte Carlo error of a 95% limit is 1.5% of its standard error. */
    static final int DRAWS = 20_000;

    private final List<AuditedStratum> strata;
    private final List<Rectifier> rectifiers = new ArrayList<>();
    private final double totalSize;
    private final long seed;

    private StratifiedPredictionPoweredMean(List<AuditedStratum> strata, AuditOptions.Tuning tuning, long seed) {
        this.strata = strata.stream()
                .sorted(Comparator.comparing(AuditedStratum::name))
                .toList();
        this.seed = seed;
        this.totalSize = strata.stream().mapToDouble(s -> s.pool().totalSize()).sum();
        AuditOptions options = AuditOptions.standard().with(tuning).with(Target.POOL);
        for (AuditedStratum stratum : this.strata) {
            rectifiers.add(Rectifier.of(stratum.pool(), stratum.audited(), options));
        }
    }

    /**
     * @param strata all strata, with different names; together they are the pool
     * @param tuning how each stratum's lambda is chosen
     * @param seed of the bootstrap
     * @throws IllegalArgumentException where there is no stratum, two have one name, or one is audited beyond its size
     */
    public static StratifiedPredictionPoweredMean of(
            List<AuditedStratum> strata, AuditOptions.Tuning tuning, long seed) {
        if (strata.isEmpty()) {
            throw new IllegalArgumentException("a stratified estimate needs at least one stratum");
        }
        if (strata.stream().map(AuditedStratum::name).distinct().count() < strata.size()) {
            throw new IllegalArgumentException("two strata have the same name, got "
                    + strata.stream().map(AuditedStratum::name).toList());
        }
        return new StratifiedPredictionPoweredMean(strata, tuning, seed);
    }

    /** The estimated share of the whole, in [0, 1]. */
    public double estimate() {
        return Math.clamp(unbounded(), 0, 1);
    }

    /** How many documents were audited in all strata. */
    public int audited() {
        return strata.stream().mapToInt(s -> s.audited().size()).sum();
    }

    /** The share lies at or below this with about the stated confidence or more, in (0.5, 1). */
    public double upper(double confidence) {
        double[] draws = draws(1, 1);
        double limit = draws[(int) Math.min(DRAWS - 1L, (long) Math.ceil(confidence * DRAWS))];
        return Math.clamp(limit, estimate(), 1);
    }

    /** The share lies at or above this with about the stated confidence or more, in (0.5, 1). */
    public double lower(double confidence) {
        double lambda = rectifiers.stream().mapToDouble(Rectifier::lambda).max().orElse(0);
        double[] draws = draws(-1, -lambda);
        double limit = draws[(int) Math.max(0, Math.floor((1 - confidence) * DRAWS) - 1)];
        return Math.clamp(limit, 0, estimate());
    }

    /** The two-sided interval: each side misses with probability of about (1 - confidence) / 2 or less. */
    public Limits interval(double confidence) {
        double oneSided = (1 + confidence) / 2;
        return new Limits(lower(oneSided), upper(oneSided));
    }

    /**
     * The stratum in which one more audited document takes most off the variance: the largest W_h^2 s_h^2 / (n_h (n_h +
     * 1)), the greedy form of Neyman's allocation. A stratum whose labels agree is given the variance of one
     * disagreement in n_h + 1.
     */
    public String nextAudit() {
        return strata.get(best()).name();
    }

    /**
     * How far one more audited document in {@link #nextAudit} is expected to bring the upper limit down: its distance from
     * the estimate falls as the standard error does.
     */
    public double gainOfOneMore(double confidence) {
        double variance = 0;
        for (int h = 0; h < strata.size(); h++) {
            variance += weight(h)
                    * weight(h)
                    * variance(h)
                    / strata.get(h).audited().size();
        }
        double left = 1 - gain(best()) / variance;
        return (upper(confidence) - estimate()) * (1 - Math.sqrt(Math.max(0, left)));
    }

    private int best() {
        int best = 0;
        for (int h = 1; h < strata.size(); h++) {
            best = gain(h) > gain(best) ? h : best;
        }
        return best;
    }

    /** By how much one more document in a stratum lowers the variance of the estimate. */
    private double gain(int h) {
        double n = strata.get(h).audited().size();
        return n >= strata.get(h).pool().documents() ? 0 : weight(h) * weight(h) * variance(h) / (n * (n + 1));
    }

    private double variance(int h) {
        double n = strata.get(h).audited().size();
        return Math.max(Math.pow(rectifiers.get(h).standardError(), 2) * n, n / ((n + 1) * (n + 1)));
    }

    private double weight(int h) {
        return strata.get(h).pool().totalSize() / totalSize;
    }

    private double unbounded() {
        double sum = 0;
        for (int h = 0; h < strata.size(); h++) {
            Rectifier rectifier = rectifiers.get(h);
            sum += weight(h) * (rectifier.lambda() * strata.get(h).pool().meanScore() + rectifier.mean());
        }
        return sum;
    }

    /** Sorted draws of the whole share; the pseudo-observation lies {@code extreme} from the scores' part of the share. */
    private double[] draws(int side, double extreme) {
        double[] total = new double[DRAWS];
        double scores = 0;
        double thinnest = Double.POSITIVE_INFINITY;
        for (int h = 0; h < strata.size(); h++) {
            Rectifier rectifier = rectifiers.get(h);
            scores += weight(h) * rectifier.lambda() * strata.get(h).pool().meanScore();
            thinnest = Math.min(thinnest, strata.get(h).audited().size() / worth(h));
            addDraws(h, side, total);
        }
        RandomGamma random = new RandomGamma(new SeededStreams(seed).stream("pseudo-observation", side));
        for (int i = 0; i < DRAWS; i++) {
            double v = Double.isInfinite(thinnest) ? 0 : random.beta(1, thinnest);
            total[i] = scores + (1 - v) * total[i] + v * extreme;
        }
        Arrays.sort(total);
        return total;
    }

    /** The stratum's weight for the pseudo-observation: larger where documents differ in size. */
    private double worth(int h) {
        ScorePool pool = strata.get(h).pool();
        if (strata.get(h).audited().size() >= pool.documents()) {
            return 0;
        }
        return weight(h) * pool.largeSize() * pool.documents() / pool.totalSize();
    }

    private void addDraws(int h, int side, double[] total) {
        Rectifier rectifier = rectifiers.get(h);
        int n = rectifier.sizes().length;
        double spread = strata.size() == 1 ? 1 : Math.sqrt((n + 1.0) / (n - 1.0));
        double finite = Math.sqrt(1 - (double) n / strata.get(h).pool().documents());
        double mean = rectifier.mean();
        RandomGamma random =
                new RandomGamma(new SeededStreams(seed).stream(strata.get(h).name(), side));
        for (int i = 0; i < DRAWS; i++) {
            double weighted = 0;
            double size = 0;
            for (int j = 0; j < n; j++) {
                double g = random.next(1) * rectifier.sizes()[j];
                weighted += g * rectifier.differences()[j];
                size += g;
            }
            total[i] += weight(h) * (mean + spread * finite * (weighted / size - mean));
        }
    }
}
