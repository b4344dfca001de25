package io.scapa.statistics.prevalence;

import io.scapa.statistics.prevalence.AuditOptions.Design;
import io.scapa.statistics.prevalence.AuditOptions.Target;
import java.util.List;

/**
 * What the audited documents say about the scores' error: label minus lambda times score, per document.
 *
 * @param lambda share of the scores that enters, in [0, 1]
 * @param differences label - lambda * score, each in [-lambda, 1]
 * @param sizes what each counts for
 */
record Rectifier(double lambda, double[] differences, double[] sizes) {
    static Rectifier of(ScorePool pool, List<AuditedDocument> audited, AuditOptions options) {
        if (audited.isEmpty()) {
            throw new IllegalArgumentException("prediction-powered inference needs at least one audited document");
        }
        if (options.design() == Design.UNIFORM
                && options.target() == Target.POOL
                && audited.size() > pool.documents()) {
            throw new IllegalArgumentException("an audit without replacement has at most the pool's " + pool.documents()
                    + " documents, got " + audited.size());
        }
        double[] sizes = new double[audited.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = options.design() == Design.UNIFORM ? audited.get(i).size() : 1;
        }
        double lambda = lambda(pool, audited, sizes, options);
        double[] differences = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            differences[i] = audited.get(i).label() - lambda * audited.get(i).score();
        }
        return new Rectifier(lambda, differences, sizes);
    }

    /** The weighted mean of the differences. */
    double mean() {
        double sum = 0;
        double size = 0;
        for (int i = 0; i < sizes.length; i++) {
            sum += sizes[i] * differences[i];
            size += sizes[i];
        }
        return sum / size;
    }

    /**
     * Standard error of {@link #mean}, as of a ratio, before any correction for a finite pool; 0 where the sample shows
     * no variance (one document, or all alike).
     */
    double standardError() {
        int n = sizes.length;
        if (n < 2) {
            return 0;
        }
        double mean = mean();
        double size = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double deviation = sizes[i] * (differences[i] - mean);
            squares += deviation * deviation;
            size += sizes[i];
        }
        return Math.sqrt(squares * n / (n - 1)) / size;
    }

    private static double lambda(ScorePool pool, List<AuditedDocument> audited, double[] sizes, AuditOptions options) {
        return switch (options.tuning()) {
            case FULL -> 1;
            case LABELS_ONLY -> 0;
            case TUNED -> tuned(pool, audited, sizes, options.target());
        };
    }

    /** Cov(label, score) / ((1 + n/N) Var(score)); the n/N falls away where the pool's mean score is known exactly. */
    private static double tuned(ScorePool pool, List<AuditedDocument> audited, double[] sizes, Target target) {
        double size = 0;
        double score = 0;
        double label = 0;
        for (int i = 0; i < sizes.length; i++) {
            size += sizes[i];
            score += sizes[i] * audited.get(i).score();
            label += sizes[i] * audited.get(i).label();
        }
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < sizes.length; i++) {
            double scoreDeviation = audited.get(i).score() - score / size;
            covariance += sizes[i] * scoreDeviation * (audited.get(i).label() - label / size);
            variance += sizes[i] * scoreDeviation * scoreDeviation;
        }
        double ratio = target == Target.POOL ? 0 : (double) audited.size() / pool.documents();
        return variance <= 0 ? 0 : Math.clamp(covariance / variance / (1 + ratio), 0, 1);
    }
}
