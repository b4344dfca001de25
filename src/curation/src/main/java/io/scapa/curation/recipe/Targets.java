package io.scapa.curation.recipe;

import io.scapa.provenance.Mixture;
import io.scapa.provenance.Pool;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The target mixture with its tolerances.
 *
 * @param byPool a target for each of the four pools; the shares sum to 1
 */
public record Targets(Map<Pool, Target> byPool) {
    public Targets {
        EnumMap<Pool, Target> copy = new EnumMap<>(byPool);
        for (Pool pool : Pool.values()) {
            if (!copy.containsKey(pool)) {
                throw new IllegalArgumentException("targets need " + pool.symbol());
            }
        }
        byPool = Collections.unmodifiableMap(copy);
        mixtureOf(byPool);
    }

    /** One tolerance for all four. */
    public static Targets of(double alpha, double beta, double gamma, double eta, double tolerance) {
        return new Targets(Map.of(
                Pool.CURRENT_MODEL, new Target(alpha, tolerance),
                Pool.PREVIOUS_GENERATION, new Target(beta, tolerance),
                Pool.ORIGINAL_HUMAN, new Target(gamma, tolerance),
                Pool.FRESH_HUMAN, new Target(eta, tolerance)));
    }

    /** The target of one pool. */
    public Target of(Pool pool) {
        return byPool.get(pool);
    }

    /** The target shares. */
    public Mixture mixture() {
        return mixtureOf(byPool);
    }

    private static Mixture mixtureOf(Map<Pool, Target> targets) {
        return new Mixture(
                targets.get(Pool.CURRENT_MODEL).share(),
                targets.get(Pool.PREVIOUS_GENERATION).share(),
                targets.get(Pool.ORIGINAL_HUMAN).share(),
                targets.get(Pool.FRESH_HUMAN).share());
    }
}
