package io.scapa.provenance;

/**
 * The probability of each pool for one document; they sum to 1.
 *
 * @param alpha probability of {@link Pool#CURRENT_MODEL}
 * @param beta probability of {@link Pool#PREVIOUS_GENERATION}
 * @param gamma probability of {@link Pool#ORIGINAL_HUMAN}
 * @param eta probability of {@link Pool#FRESH_HUMAN}
 */
public record PoolProbabilities(double alpha, double beta, double gamma, double eta) {
    /** How far from 1 the sum may lie. */
    public static final double SUM_TOLERANCE = 1e-6;

    public PoolProbabilities {
        if (!(alpha >= 0 && beta >= 0 && gamma >= 0 && eta >= 0)) {
            throw new IllegalArgumentException(
                    "pool probabilities must not be negative, got " + alpha + ", " + beta + ", " + gamma + ", " + eta);
        }
        double sum = alpha + beta + gamma + eta;
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            throw new IllegalArgumentException("pool probabilities must sum to 1, got " + sum);
        }
    }

    /** The probability of one pool. */
    public double of(Pool pool) {
        return switch (pool) {
            case CURRENT_MODEL -> alpha;
            case PREVIOUS_GENERATION -> beta;
            case ORIGINAL_HUMAN -> gamma;
            case FRESH_HUMAN -> eta;
        };
    }

    /** The most probable pool; the earlier in the order of {@link Pool} on ties. */
    public Pool mostProbable() {
        Pool best = Pool.CURRENT_MODEL;
        for (Pool pool : Pool.values()) {
            if (of(pool) > of(best)) {
                best = pool;
            }
        }
        return best;
    }
}
