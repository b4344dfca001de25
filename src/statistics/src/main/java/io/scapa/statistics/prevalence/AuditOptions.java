package io.scapa.statistics.prevalence;

/**
 * How the audited documents were drawn and what they are to tell.
 *
 * @param tuning how much the scores are trusted
 * @param design how the audited documents were drawn
 * @param target what the share is of
 */
public record AuditOptions(Tuning tuning, Design design, Target target) {
    /** How much of the scores enters the estimate. The estimate is unbiased under each; only its spread differs. */
    public enum Tuning {
        /** The share that minimises the variance: PPI++ (arXiv 2311.01453, example 6.1), kept in [0, 1]. */
        TUNED,
        /** All of it: PPI (arXiv 2301.09633). */
        FULL,
        /** None: the audited labels alone. */
        LABELS_ONLY
    }

    /** How the audited documents were drawn from the pool. */
    public enum Design {
        /** Every document with the same probability, none twice. */
        UNIFORM,
        /**
         * With probability proportional to size, with replacement (a document drawn twice is listed twice). Where sizes
         * differ much and the share is of tokens, this gives about half the slack of {@link #UNIFORM}.
         */
        PROPORTIONAL_TO_SIZE
    }

    /** What the share is of. */
    public enum Target {
        /** The documents of the pool, which all have a score. The audit is a sample without replacement of them. */
        POOL,
        /** The source that the pool is a random sample of. */
        SOURCE
    }

    /** Tuned, drawn uniformly, for the pool itself. */
    public static AuditOptions standard() {
        return new AuditOptions(Tuning.TUNED, Design.UNIFORM, Target.POOL);
    }

    /** The same with another tuning. */
    public AuditOptions with(Tuning other) {
        return new AuditOptions(other, design, target);
    }

    /** The same with another design. */
    public AuditOptions with(Design other) {
        return new AuditOptions(tuning, other, target);
    }

    /** The same with another target. */
    public AuditOptions with(Target other) {
        return new AuditOptions(tuning, design, other);
    }
}
