package io.scapa.simulation.family.regression;

import io.scapa.simulation.random.ChainRandom;

/** What a regression is about: its features, its true labels, and how far off a fit is. */
interface RegressionTask {
    /** Weights of a fit, which are as many as the features. */
    int size();

    /** Standard deviation of the noise on every label. */
    double noise();

    /** Draws the features of a row. */
    void draw(double[] row, int at, ChainRandom random);

    /** The true label of a row's features. */
    double truth(double[] row, int at);

    /** What a drift of the truth adds to the label of a row, at a drift of 1. */
    double drifting(double[] row, int at);

    /** Whether a detector takes a row for a rare one; about one in ten is. */
    boolean rare(double[] row, int at);

    /**
     * The error of a fit.
     *
     * @param drifted how far the truth has drifted
     */
    double error(double[] weights, double drifted);
}
