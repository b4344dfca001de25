package io.scapa.curation.table;

import io.scapa.provenance.Pool;
import io.scapa.provenance.PoolProbabilities;

/**
 * Pool probabilities in whole millionths that sum to exactly one million. Exported, summed and verified in this form: sums
 * are integers, so that they do not depend on the order of documents or on the number of threads.
 */
public final class Millionths {
    /** How many make up a probability of 1. */
    public static final int ONE = 1_000_000;

    private Millionths() {}

    /** Rounds by largest remainder; the earlier pool wins ties. */
    public static int[] of(PoolProbabilities pools) {
        Pool[] all = Pool.values();
        int[] parts = new int[all.length];
        double[] remainder = new double[all.length];
        double sum = pools.alpha() + pools.beta() + pools.gamma() + pools.eta();
        int missing = ONE;
        for (Pool pool : all) {
            double exact = pools.of(pool) / sum * ONE;
            int i = pool.ordinal();
            parts[i] = (int) Math.floor(exact);
            remainder[i] = exact - parts[i];
            missing -= parts[i];
        }
        for (; missing > 0; missing--) {
            int best = 0;
            for (int i = 1; i < parts.length; i++) {
                best = remainder[i] > remainder[best] ? i : best;
            }
            parts[best]++;
            remainder[best] = -1;
        }
        return parts;
    }

    /** A single probability. */
    public static int of(double probability) {
        return (int) Math.round(probability * ONE);
    }

    /** Back to a probability. */
    public static double toProbability(int millionths) {
        return millionths / (double) ONE;
    }

    /** The pool with the most, the earlier in the order of {@link Pool} on ties. */
    public static Pool mostProbable(int[] parts) {
        Pool best = Pool.CURRENT_MODEL;
        for (Pool pool : Pool.values()) {
            best = parts[pool.ordinal()] > parts[best.ordinal()] ? pool : best;
        }
        return best;
    }
}
