package io.scapa.detection.prevalence;

import io.scapa.statistics.prevalence.LogOddsCalibration;
import io.scapa.statistics.prevalence.PrevalenceOptions;

/**
 * How far the shipped detector's calibration moves from one source to the next: what an interval without audited labels has
 * to allow for.
 */
public final class SourceShift {
    /**
     * Standard deviation of the intercept of the log likelihood ratio between sources of the corpora's test split, where
     * both classes have 20 texts: 0.75 over eleven sources (docs/prevalence-coverage.md has them).
     */
    public static final double STANDARD_DEVIATION = 0.75;

    private SourceShift() {}

    /** The standard options for scores of the shipped detector. */
    public static PrevalenceOptions options() {
        return PrevalenceOptions.standard().with(LogOddsCalibration.asStated(STANDARD_DEVIATION));
    }
}
