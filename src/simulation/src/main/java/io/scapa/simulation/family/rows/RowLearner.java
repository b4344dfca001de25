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
}
