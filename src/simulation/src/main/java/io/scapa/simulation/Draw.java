package io.scapa.simulation;

/** How a generation's rows are divided among the pools. */
public enum Draw {
    /** Every row picks its pool by the shares: counts are multinomial. */
    IID,
    /** Exactly the shares, rounded by largest remainder. */
    QUOTA
}
