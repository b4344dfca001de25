package io.scapa.simulation.family.rows;

import io.scapa.simulation.random.ChainRandom;
import org.jspecify.annotations.Nullable;

/** Learns a model of rows of numbers. */
public interface RowLearner {
    /** Numbers per row. */
    int width();

    /** The truth: what generation 0's rows come from. */
    RowModel truth();

    /**
     * Fits a model.
     *
     * @param rows row by row
     * @param weights one per row, or null for all alike
     * @param count rows
     */
    RowModel fit(double[] rows, double @Nullable [] weights, int count, ChainRandom random);

    /** Fewest rows that a fit makes sense on: where a detector leaves fewer, the last data set stays. */
    default int leastRows() {
        return 3;
    }

    /** Whether a detector takes a row of the truth for a rare one: about one in ten is, on both sides of the first number. */
    default boolean rare(double[] rows, int at) {
        return Math.abs(rows[at]) > 1.645;
    }

    /** What selection prefers, larger for better: closeness to a taste one standard deviation from the truth's centre. */
    default double reward(double[] rows, int at) {
        double distance = 0;
        for (int j = 0; j < width(); j++) {
            double d = rows[at + j] - (j == 0 ? 1 : 0);
            distance += d * d;
        }
        return -distance;
    }

    /** Moves a fresh row as far as the truth has drifted: along the first number. */
    default void drift(double[] rows, int at, double by) {
        rows[at] += by;
    }
}
