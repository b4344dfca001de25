package io.scapa.simulation;

/** What a generation is trained on. */
public enum Regime {
    /** Only the latest model's output: alpha = 1. */
    REPLACE,
    /** A mixture of model output, earlier data, original and fresh real data. */
    MIXTURE,
    /** Everything so far: the real batch and every synthetic batch since. */
    ACCUMULATE,
    /** As many rows as the first batch, drawn without replacement from everything so far. */
    ACCUMULATE_SUBSAMPLE
}
