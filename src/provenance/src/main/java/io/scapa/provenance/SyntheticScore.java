package io.scapa.provenance;

import org.jspecify.annotations.Nullable;

/**
 * The fused own evidence of a text.
 *
 * @param score log likelihood ratio (natural log, synthetic over human)
 * @param prior the prior probability that {@code probability} is stated at
 * @param probability P(synthetic) at that prior
 * @param interval interval of the probability
 * @param humanPValue conformal p-value against human calibration texts, or null where none apply
 * @param verdict what follows from it
 */
public record SyntheticScore(
        double score,
        double prior,
        double probability,
        Interval interval,
        @Nullable Double humanPValue,
        Verdict verdict) {

    public SyntheticScore {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("a score is finite, got " + score);
        }
        if (!(prior > 0 && prior < 1)) {
            throw new IllegalArgumentException("a prior lies in (0, 1), got " + prior);
        }
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability lies in [0, 1], got " + probability);
        }
    }
}
