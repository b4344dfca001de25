package io.scapa.statistics.prevalence;

/** How a share was estimated. */
public enum PrevalenceMethod {
    /** {@link PredictionPoweredMean}: scores of all documents, labels of a random few. Holds however wrong the scores are. */
    PREDICTION_POWERED,
    /** {@link StratifiedPredictionPoweredMean}: the same, stratum by stratum. */
    STRATIFIED_PREDICTION_POWERED,
    /** {@link LabelShiftLikelihood}: scores alone; holds as far as the calibration carries over. */
    LABEL_SHIFT,
    /** {@link AdjustedCount}: a threshold with known error rates; holds as far as these carry over. */
    ADJUSTED_COUNT
}
