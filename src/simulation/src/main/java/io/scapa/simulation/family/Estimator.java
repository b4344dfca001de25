package io.scapa.simulation.family;

/** How a variance is estimated from M rows. */
public enum Estimator {
    /** Divides by M - 1. */
    UNBIASED,
    /** Divides by M: the maximum likelihood estimate, which shrinks. */
    MLE;

    /** What the sum of squares is divided by. */
    public double divisor(double rows) {
        return this == UNBIASED ? rows - 1 : rows;
    }

    /** The expectation of the estimate for unit variance. */
    public double expectation(double rows) {
        return this == UNBIASED ? 1 : (rows - 1) / rows;
    }
}
