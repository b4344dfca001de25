package io.scapa.provenance;

import java.util.EnumMap;
import java.util.Map;

/**
 * Shares of the four pools in a training set, by tokens. Each lies in [0, 1] and they sum to 1 within
 * {@link #SUM_TOLERANCE}.
 *
 * @param alpha share of current-model output
 * @param beta share of the previous generation's data
 * @param gamma share of original human text
 * @param eta share of fresh human text
 */
public record Mixture(double alpha, double beta, double gamma, double eta) {
    /** How far from 1 a sum of shares may lie: rounding, not a mistake. */
    public static final double SUM_TOLERANCE = 1e-9;

    public Mixture {
        check("alpha", alpha);
        check("beta", beta);
        check("gamma", gamma);
        check("eta", eta);
        double sum = alpha + beta + gamma + eta;
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            throw new IllegalArgumentException("alpha + beta + gamma + eta must be 1, got " + sum);
        }
    }

    /** The share of one pool. */
    public double share(Pool pool) {
        return switch (pool) {
            case CURRENT_MODEL -> alpha;
            case PREVIOUS_GENERATION -> beta;
            case ORIGINAL_HUMAN -> gamma;
            case FRESH_HUMAN -> eta;
        };
    }

    /** The share of real human text that no model touched: gamma + eta, called rho in the collapse literature. */
    public double realShare() {
        return gamma + eta;
    }

    /** The shares by pool, in the order of {@link Pool}. */
    public Map<Pool, Double> shares() {
        Map<Pool, Double> shares = new EnumMap<>(Pool.class);
        for (Pool pool : Pool.values()) {
            shares.put(pool, share(pool));
        }
        return shares;
    }

    /**
     * Normalises non-negative amounts (tokens, weights) to shares.
     *
     * @throws IllegalArgumentException where an amount is negative or not finite, or all are zero
     */
    public static Mixture ofAmounts(double alpha, double beta, double gamma, double eta) {
        double sum = alpha + beta + gamma + eta;
        if (!(sum > 0) || !Double.isFinite(sum) || Math.min(Math.min(alpha, beta), Math.min(gamma, eta)) < 0) {
            throw new IllegalArgumentException("amounts must be non-negative with a positive sum, got " + alpha + ", "
                    + beta + ", " + gamma + ", " + eta);
        }
        return new Mixture(alpha / sum, beta / sum, gamma / sum, eta / sum);
    }

    private static void check(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " must lie in [0, 1], got " + share);
        }
    }
}
