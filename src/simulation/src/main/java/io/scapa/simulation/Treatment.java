package io.scapa.simulation;

import java.util.List;

/**
 * How a generation's rows are drawn.
 *
 * @param draw i.i.d. or quota
 * @param beta which reading of the previous generation's data
 * @param pool rows of the fixed pool that gamma redraws with replacement; 0 redraws gamma from the truth. With a pool the
 *     first data set is the pool itself
 * @param handling what happens to rows between the pools and the fit
 */
public record Treatment(Draw draw, BetaMeaning beta, int pool, Handling handling) {
    /** I.i.d. draws, beta from the previous mixture, gamma redrawn from the truth. */
    public static final Treatment NONE = new Treatment(Draw.IID, BetaMeaning.PREVIOUS_MIXTURE, 0, Handling.NEUTRAL);

    public Treatment {
        if (pool < 0) {
            throw new ScenarioException("pool", "expected 0 (gamma from the truth) or a number of rows, got " + pool);
        }
    }

    /** The same with quota draws. */
    public Treatment quota() {
        return new Treatment(Draw.QUOTA, beta, pool, handling);
    }

    /** The same with another reading of beta. */
    public Treatment meaning(BetaMeaning other) {
        return new Treatment(draw, other, pool, handling);
    }

    /** The same with gamma from a fixed pool. */
    public Treatment fixedPool(int rows) {
        return new Treatment(draw, beta, rows, handling);
    }

    /** The same with another handling. */
    public Treatment handling(Handling other) {
        return new Treatment(draw, beta, pool, other);
    }

    /**
     * Fails unless nothing happens to the rows: for families that have no rows.
     *
     * @throws ScenarioException naming the family
     */
    public void requireNeutral(String family) {
        allowOnly(family);
    }

    /**
     * Fails where something happens to the rows that a family has no reading of.
     *
     * @param readings fields of a handling, as scenario files call them
     * @throws ScenarioException naming the field and the family
     */
    public void allowOnly(String family, String... readings) {
        List<String> known = List.of(readings);
        for (String active : handling.active()) {
            if (!known.contains(active)) {
                throw new ScenarioException(
                        "treatment.handling." + active,
                        family + " has no reading of it"
                                + (known.isEmpty()
                                        ? "; it takes rows as they come"
                                        : "; it reads " + String.join(", ", known)));
            }
        }
    }
}
