package io.scapa.curation.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * The portions that a cell can be taken in, of falling value: quarters of the first pass, then whole further passes. Values
 * fall, so the linear program fills earlier portions first and stays exact without integers.
 *
 * <p>A pass k is worth {@code exp(-(k - 1) / R*)} of the first: the marginal value of repetition in the effective-data law of
 * Muennighoff et al. 2023 (arXiv:2305.16264, eq. 5), {@code D' = U + U R* (1 - exp(-R / R*))}. Quarters differ by a hair
 * only, so that cells which serve equally well are drawn on evenly instead of one after the other.
 */
final class Portions {
    /** R* of the effective-data law: the half-life of repetition, about 15 in the fit of that paper. */
    static final double REPETITION_DECAY = 15.387756;

    private static final int QUARTERS = 4;
    private static final double EVENNESS = 1e-4;

    private Portions() {}

    /** One portion of one cell. */
    record Portion(int cell, double capacity, double value) {}

    /** All portions of all cells, with capacities as shares of a budget. */
    static List<Portion> of(List<Cell> cells, double budget) {
        List<Portion> portions = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            double whole = cells.get(i).tokens() / budget;
            for (int quarter = 0; quarter < QUARTERS; quarter++) {
                portions.add(new Portion(i, whole / QUARTERS, 1 - EVENNESS * quarter / QUARTERS));
            }
            for (int pass = 2; pass <= cells.get(i).epochs(); pass++) {
                portions.add(new Portion(i, whole, Math.exp(-(pass - 1) / REPETITION_DECAY) - EVENNESS));
            }
        }
        return portions;
    }
}
