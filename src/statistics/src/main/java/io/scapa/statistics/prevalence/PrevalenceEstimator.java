package io.scapa.statistics.prevalence;

import io.scapa.statistics.prevalence.AuditOptions.Design;
import io.scapa.statistics.prevalence.AuditOptions.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Estimates a pool's synthetic share by the most trustworthy method that the data allow, and says what it rests on.
 *
 * <ol>
 *   <li>Audited labels, enough of them: {@link PredictionPoweredMean}, on scores moved to the pool's most likely share, so
 *       that few labels suffice.
 *   <li>Else {@link AdjustedCount} where the caller has the error rates of a threshold, or {@link LabelShiftLikelihood}
 *       on the scores, both widened by the calibration's stated uncertainty.
 * </ol>
 */
public final class PrevalenceEstimator {
    private static final double LEAST_PRIOR = 1e-4;

    private final PrevalenceOptions options;

    public PrevalenceEstimator(PrevalenceOptions options) {
        this.options = options;
    }

    /**
     * The share from scores alone.
     *
     * @throws IllegalArgumentException where the pool is empty
     */
    public PrevalenceEstimate estimate(ScoreHistogram pool) {
        return estimate(pool, List.of());
    }

    /**
     * The share from scores and the labels of some documents.
     *
     * @param pool the scores of all documents of the pool
     * @param audited documents of the pool drawn as the options say, with their labels; may be empty
     * @throws IllegalArgumentException where the pool is empty, or the audit has more documents than the pool
     */
    public PrevalenceEstimate estimate(ScoreHistogram pool, List<AuditedDocument> audited) {
        return audited.size() >= fewest(pool) ? predictionPowered(pool, audited) : labelShift(pool, audited.size());
    }

    /**
     * The share of a whole whose strata were audited one by one, each uniformly, be it in proportion or not.
     *
     * @param strata different names; each with at least {@link AuditedStratum#LEAST} audited documents
     * @throws IllegalArgumentException where a stratum has fewer, or the audit was drawn by size
     */
    public PrevalenceEstimate estimateStratified(List<ScoredStratum> strata) {
        if (options.audit().design() != Design.UNIFORM) {
            throw new IllegalArgumentException(
                    "strata are audited uniformly, got " + options.audit().design());
        }
        List<AuditedStratum> moved = strata.stream().map(this::moved).toList();
        StratifiedPredictionPoweredMean mean =
                StratifiedPredictionPoweredMean.of(moved, options.audit().tuning(), options.seed());
        return new PrevalenceEstimate(
                mean.estimate(),
                mean.interval(options.confidence()),
                mean.upper(options.confidence()),
                options.confidence(),
                PrevalenceMethod.STRATIFIED_PREDICTION_POWERED,
                strata.stream().mapToLong(s -> s.pool().documents()).sum(),
                mean.audited(),
                mean.gainOfOneMore(options.confidence()),
                List.of(
                        format(
                                "the %d audited documents were drawn at random within each of %d strata",
                                mean.audited(), strata.size()),
                        "their labels are right"));
    }

    private AuditedStratum moved(ScoredStratum stratum) {
        double likely = likelyShare(stratum.pool());
        return new AuditedStratum(
                stratum.name(),
                stratum.pool().pool(options.prior(), likely),
                stratum.audited().stream()
                        .map(d -> ScoreHistogram.moved(d, options.prior(), likely))
                        .toList());
    }

    /**
     * The share from a threshold with known error rates, for detectors without calibrated probabilities.
     *
     * @param flagged documents of the pool that the threshold flags
     * @param documents all documents of the pool, 1 or more
     * @param calibration the same threshold on texts of known origin
     */
    public PrevalenceEstimate estimate(long flagged, long documents, CalibrationCounts calibration) {
        double transferSd = options.calibration().transferSd();
        AdjustedCount count = AdjustedCount.of(flagged, documents, calibration, transferSd, options.seed());
        return new PrevalenceEstimate(
                count.estimate(),
                count.interval(options.confidence()),
                count.upper(options.confidence()),
                options.confidence(),
                PrevalenceMethod.ADJUSTED_COUNT,
                documents,
                0,
                0,
                List.of(
                        "no audited labels: the share rests on the detector alone",
                        format(
                                "the threshold's error rates, measured on %d synthetic and %d human texts, hold here up to"
                                        + " a shift of sd %s in log-odds",
                                calibration.synthetic(), calibration.human(), transferSd)));
    }

    /** A pool smaller than the least audit may be audited whole. */
    private long fewest(ScoreHistogram pool) {
        return Math.max(1, Math.min(options.fewestAudited(), pool.documents()));
    }

    private PrevalenceEstimate predictionPowered(ScoreHistogram pool, List<AuditedDocument> audited) {
        double likely = likelyShare(pool);
        List<AuditedDocument> moved = audited.stream()
                .map(d -> ScoreHistogram.moved(d, options.prior(), likely))
                .toList();
        PredictionPoweredMean mean =
                PredictionPoweredMean.of(pool.pool(options.prior(), likely), moved, options.audit());
        return new PrevalenceEstimate(
                mean.estimate(),
                mean.interval(options.confidence()),
                mean.upper(options.confidence()),
                options.confidence(),
                PrevalenceMethod.PREDICTION_POWERED,
                pool.documents(),
                audited.size(),
                mean.gainOfOneMore(options.confidence()),
                auditAssumptions(audited.size()));
    }

    /** Only decides how much the scores help, never what the share is: any fixed transformation of scores is allowed. */
    private double likelyShare(ScoreHistogram pool) {
        double share = LabelShiftLikelihood.of(pool, options.prior(), LogOddsCalibration.asStated(0), options.seed())
                .estimate();
        return Math.clamp(share, LEAST_PRIOR, 1 - LEAST_PRIOR);
    }

    private List<String> auditAssumptions(int audited) {
        List<String> assumptions = new ArrayList<>();
        assumptions.add(
                options.audit().design() == Design.UNIFORM
                        ? format("the %d audited documents were drawn at random from these documents", audited)
                        : format("the %d audited documents were drawn with probability proportional to size", audited));
        assumptions.add("their labels are right");
        if (options.audit().target() == Target.SOURCE) {
            assumptions.add("these documents are a random sample of their source");
        }
        return assumptions;
    }

    private PrevalenceEstimate labelShift(ScoreHistogram pool, int leftAside) {
        LabelShiftLikelihood likelihood =
                LabelShiftLikelihood.of(pool, options.prior(), options.calibration(), options.seed());
        return new PrevalenceEstimate(
                likelihood.estimate(),
                likelihood.interval(options.confidence()),
                likelihood.upper(options.confidence()),
                options.confidence(),
                PrevalenceMethod.LABEL_SHIFT,
                pool.documents(),
                0,
                0,
                likelihoodAssumptions(leftAside));
    }

    private List<String> likelihoodAssumptions(int leftAside) {
        List<String> assumptions = new ArrayList<>();
        assumptions.add(
                leftAside == 0
                        ? "no audited labels: the share rests on the detector alone"
                        : format(
                                "%d audited labels are too few to use (%d needed): the share rests on the detector alone",
                                leftAside, options.fewestAudited()));
        assumptions.add("human and synthetic texts here are scored as those that the detector was calibrated on");
        assumptions.add(format(
                "the interval allows for a shift of the calibration of sd %s in log-odds",
                options.calibration().transferSd()));
        return assumptions;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
