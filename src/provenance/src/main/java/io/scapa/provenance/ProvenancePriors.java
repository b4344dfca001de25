package io.scapa.provenance;

/**
 * How far external facts move the belief about a document's origin. None of these touches the score: that is the text's
 * own evidence.
 *
 * @param synthetic prior P(synthetic) of a document about which nothing is known, in (0, 1)
 * @param syntheticBeforeCutoff prior P(synthetic) of a document dated before the cutoff: what is left is a wrong date
 * @param declaredSyntheticLogRatio log likelihood ratio of a declaration as synthetic; few people claim that falsely
 * @param declaredHumanLogRatio log likelihood ratio of a declaration as human, negative; many claim it wrongly
 * @param decisive the probability at which an origin is named, in (0.5, 1)
 * @param editedWeight the share of an {@link Origin#EDITED} text that counts as model output, in [0, 1]
 * @param undated how undated human text splits between the pools gamma, beta and eta; its alpha is 0
 */
public record ProvenancePriors(
        double synthetic,
        double syntheticBeforeCutoff,
        double declaredSyntheticLogRatio,
        double declaredHumanLogRatio,
        double decisive,
        double editedWeight,
        PoolProbabilities undated) {

    public ProvenancePriors {
        probability("synthetic", synthetic);
        probability("syntheticBeforeCutoff", syntheticBeforeCutoff);
        if (!(decisive > 0.5 && decisive < 1)) {
            throw new IllegalArgumentException("decisive must lie in (0.5, 1), got " + decisive);
        }
        if (!(editedWeight >= 0 && editedWeight <= 1)) {
            throw new IllegalArgumentException("editedWeight must lie in [0, 1], got " + editedWeight);
        }
        if (undated.alpha() != 0) {
            throw new IllegalArgumentException("undated human text is never alpha, got " + undated.alpha());
        }
    }

    /** Prior 0.5; a dated old text is synthetic once in a thousand; undated human text is half old, half fresh. */
    public static ProvenancePriors standard() {
        return new ProvenancePriors(
                0.5, 0.001, Math.log(99), Math.log(0.25), 0.8, 1, new PoolProbabilities(0, 0, 0.5, 0.5));
    }

    private static void probability(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must lie in (0, 1), got " + value);
        }
    }
}
