package io.scapa.simulation.family.rows;

import io.scapa.simulation.random.ChainRandom;

/** A model of rows of numbers. */
public interface RowModel {
    /**
     * Draws one row.
     *
     * @param out receives it at {@code at}
     * @param bias scale on the spread: 1 is fair
     */
    void sample(double[] out, int at, ChainRandom random, double bias);

    /** Log density of a row. */
    double logDensity(double[] rows, int at);
}
