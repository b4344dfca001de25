package io.scapa.simulation;

/** The four readings of "the previous generation's data" that the literature uses (reference: Shumailov 2024, Moore 2025). */
public enum BetaMeaning {
    /** Redrawn from the previous <em>mixture</em>: Shumailov's equation, the default. */
    PREVIOUS_MIXTURE,
    /** Stored rows of the previous data set, resampled (i.i.d. draws) or kept (quota): what people do. No closed form. */
    STORED_ROWS,
    /** Output of the previous model. */
    PREVIOUS_MODEL,
    /** Output of the latest model, as the blog's code had it: beta adds to alpha. */
    LATEST_MODEL
}
