package io.scapa.curation.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * The portions that a cell can be taken in, of falling value: slices of the first pass, each as wide as all before it, then whole
 * further passes. Values
 * fall, so the linear program fills earlier portions first and stays exact without integers.
 *
 * <p>A pass k is worth {@code exp(-(k - 1) / R*)} of the first: the marginal value of repetition in the effective-data law of
 * Muennighoff et al. 2023 (arXiv:2305.16264, eq. 5), {@code D' = U + U R* (1 - exp(-R / R*))}. Slices differ by a hair
 * only, so that cells which serve equally well are drawn on evenly instead of one after the other, whatever small part of them
 * is wanted; and a dataset that grows takes more of each.
 */
final class Portions {
    /** R* of the effective-data law: the half-life of repetition, about 15 in the fit of that paper. */
    static final double REPETITION_DECAY = 15.387756;

    private static final int SLICES = 10;
    private static final double EVENNESS = 1e-4;

    /** What it is worth to leave a token where an earlier dataset had it: more than to aim at the centre of a tolerance. */
    private static final double KEPT = 0.5;

    private Portions() {}

    /** One portion of one cell. */
    record Portion(int cell, double capacity, double value) {}

    /**
     * All portions of all cells, with capacities as shares of a budget.
     *
     * @param worth what a token of each cell is worth, in (0, 1]
     * @param earlier tokens that an earlier dataset took of each cell; they are worth more than any other, so that a new plan
     *     moves no more of them than it must
     */
    static List<Portion> of(List<Cell> cells, double budget, double[] worth, long[] earlier) {
        List<Portion> portions = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            double kept = Math.min(
                            earlier[i],
                            (double) cells.get(i).tokens() * cells.get(i).epochs())
                    / budget;
            if (kept > 0) {
                portions.add(new Portion(i, kept, 1 + KEPT));
            }
            for (Portion portion : of(i, cells.get(i), budget)) {
                double taken = Math.min(kept, portion.capacity);
                kept -= taken;
                if (portion.capacity > taken) {
                    portions.add(new Portion(i, portion.capacity - taken, portion.value * worth[i]));
                }
            }
        }
        return portions;
    }

    private static List<Portion> of(int index, Cell cell, double budget) {
        List<Portion> portions = new ArrayList<>();
        double whole = cell.tokens() / budget;
        for (int slice = 0; slice < SLICES; slice++) {
            double width = Math.scalb(1.0, -(slice == 0 ? SLICES - 1 : SLICES - slice));
            portions.add(new Portion(index, whole * width, 1 - EVENNESS * slice / SLICES));
        }
        for (int pass = 2; pass <= cell.epochs(); pass++) {
            portions.add(new Portion(index, whole, Math.exp(-(pass - 1) / REPETITION_DECAY) - EVENNESS));
        }
        return portions;
    }
}
