package io.scapa.statistics.prevalence;

/**
 * How prevalence is estimated.
 *
 * @param confidence of interval and upper limit, in (0.5, 1)
 * @param prior the share at which the scores are calibrated, in (0, 1)
 * @param calibration how far the scores are to be trusted where nothing was audited
 * @param audit how audited documents were drawn
 * @param fewestAudited below this many audited documents their labels are left aside, 1 or more
 * @param seed of whatever is drawn
 */
public record PrevalenceOptions(
        double confidence,
        double prior,
        LogOddsCalibration calibration,
        AuditOptions audit,
        int fewestAudited,
        long seed) {
    public PrevalenceOptions {
        if (!(confidence > 0.5 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence lies in (0.5, 1), got " + confidence);
        }
        if (!(prior > 0 && prior < 1)) {
            throw new IllegalArgumentException("a prior lies in (0, 1), got " + prior);
        }
        if (fewestAudited < 1) {
            throw new IllegalArgumentException("at least one document is audited, got " + fewestAudited);
        }
    }

    /** 95%, scores at prior 0.5 that may be off by a shift of sd 1 in log-odds, audits of 10 or more, seed 1. */
    public static PrevalenceOptions standard() {
        return new PrevalenceOptions(
                0.95,
                0.5,
                LogOddsCalibration.asStated(LogOddsCalibration.UNKNOWN_TRANSFER_SD),
                AuditOptions.standard(),
                10,
                1);
    }

    /** The same at another confidence. */
    public PrevalenceOptions withConfidence(double other) {
        return new PrevalenceOptions(other, prior, calibration, audit, fewestAudited, seed);
    }

    /** The same for scores at another prior. */
    public PrevalenceOptions withPrior(double other) {
        return new PrevalenceOptions(confidence, other, calibration, audit, fewestAudited, seed);
    }

    /** The same with another calibration. */
    public PrevalenceOptions with(LogOddsCalibration other) {
        return new PrevalenceOptions(confidence, prior, other, audit, fewestAudited, seed);
    }

    /** The same with another audit. */
    public PrevalenceOptions with(AuditOptions other) {
        return new PrevalenceOptions(confidence, prior, calibration, other, fewestAudited, seed);
    }
}
