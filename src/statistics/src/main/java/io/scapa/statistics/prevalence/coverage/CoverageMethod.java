package io.scapa.statistics.prevalence.coverage;

import io.scapa.statistics.prevalence.AdjustedCount;
import io.scapa.statistics.prevalence.AuditOptions;
import io.scapa.statistics.prevalence.AuditOptions.Design;
import io.scapa.statistics.prevalence.AuditOptions.Tuning;
import io.scapa.statistics.prevalence.AuditedStratum;
import io.scapa.statistics.prevalence.LabelShiftLikelihood;
import io.scapa.statistics.prevalence.LogOddsCalibration;
import io.scapa.statistics.prevalence.NaivePrevalence;
import io.scapa.statistics.prevalence.PredictionPoweredMean;
import io.scapa.statistics.prevalence.StratifiedPredictionPoweredMean;
import java.util.ArrayList;
import java.util.List;

/** The limits whose coverage is studied; one-sided upper limits but for the last. */
public enum CoverageMethod {
    /** The practice to avoid. */
    THRESHOLD_COUNT("count p > 0.5, binomial bound") {
        @Override
        double limit(SimulatedPool pool, double confidence) {
            return NaivePrevalence.thresholdCountUpper(pool.scores(), 0.5, confidence);
        }
    },
    /** The other practice to avoid. */
    INDEPENDENT_POSTERIORS("mean posterior, documents independent") {
        @Override
        double limit(SimulatedPool pool, double confidence) {
            return NaivePrevalence.independentPosteriorsUpper(pool.scores(), confidence);
        }
    },
    /** Rates taken over from the calibration texts as they are. */
    ADJUSTED_COUNT("adjusted count (Rogan-Gladen), rates from 1,000 + 1,000 texts") {
        @Override
        double limit(SimulatedPool pool, double confidence) {
            return adjusted(pool, 0, confidence);
        }
    },
    /** Rates that may have moved. */
    ADJUSTED_COUNT_WIDENED("adjusted count, widened for a shift of sd 1") {
        @Override
        double limit(SimulatedPool pool, double confidence) {
            return adjusted(pool, 1, confidence);
        }
    },
    /** Scores taken as they are. */
    LABEL_SHIFT("label shift (EM), scores as stated") {
        @Override
        double limit(SimulatedPool pool, double confidence) {
            return labelShift(pool, 0, confidence);
        }
    },
    /** What is shipped where nothing was audited. */
    LABEL_SHIFT_WIDENED("**label shift, widened for a shift of sd 1 (without an audit)**") {
        @Override
        double limit(SimulatedPool pool, double confidence) {
            return labelShift(pool, 1, confidence);
        }
    },
    /** The paper's limit. */
    PPI_NORMAL("PPI, normal limit") {
        @Override
        double limit(SimulatedPool pool, double confidence) {
            return mean(pool, Tuning.FULL).normalUpper(confidence);
        }
    },
    /** The second paper's limit. */
    PPI_TUNED_NORMAL("PPI++, normal limit") {
        @Override
        double limit(SimulatedPool pool, double confidence) {
            return mean(pool, Tuning.TUNED).normalUpper(confidence);
        }
    },
    /** What is shipped. */
    PPI_SHIPPED("**PPI++, Gaffke's limit (shipped)**") {
        @Override
        double limit(SimulatedPool pool, double confidence) {
            return mean(pool, Tuning.TUNED).upper(confidence);
        }
    },
    /** What is shipped for strata. */
    STRATIFIED_SHIPPED("**stratified PPI++, 5 posterior bins (shipped)**") {
        @Override
        double limit(SimulatedPool pool, double confidence) {
            return stratified(pool).upper(confidence);
        }
    },
    /** No scores at all. */
    CLOPPER_PEARSON("Clopper-Pearson on the audited alone") {
        @Override
        double limit(SimulatedPool pool, double confidence) {
            return mean(pool, Tuning.LABELS_ONLY).upper(confidence);
        }
    },
    /** For documents of unequal size, drawn in proportion to it. */
    PPI_PROPORTIONAL("**PPI++, audit proportional to size (shipped)**") {
        @Override
        double limit(SimulatedPool pool, double confidence) {
            AuditOptions options = AuditOptions.standard().with(Design.PROPORTIONAL_TO_SIZE);
            return PredictionPoweredMean.of(pool.pool(), pool.proportionalAudit(), options)
                    .upper(confidence);
        }
    },
    /** The shipped lower limit. */
    PPI_SHIPPED_LOWER("**PPI++, Gaffke's lower limit (shipped)**") {
        @Override
        double limit(SimulatedPool pool, double confidence) {
            return mean(pool, Tuning.TUNED).lower(confidence);
        }

        @Override
        boolean isLower() {
            return true;
        }
    };

    private static final double[] STRATA = {0.5, 0.75, 0.9, 0.97};

    private final String title;

    CoverageMethod(String title) {
        this.title = title;
    }

    /** What the table calls it. */
    public String title() {
        return title;
    }

    abstract double limit(SimulatedPool pool, double confidence);

    boolean isLower() {
        return false;
    }

    private static PredictionPoweredMean mean(SimulatedPool pool, Tuning tuning) {
        return PredictionPoweredMean.of(
                pool.pool(), pool.uniformAudit(), AuditOptions.standard().with(tuning));
    }

    private static StratifiedPredictionPoweredMean stratified(SimulatedPool pool) {
        List<AuditedStratum> strata = new ArrayList<>();
        for (SimulatedPool.Stratum stratum : pool.strata(STRATA)) {
            strata.add(new AuditedStratum("bin " + strata.size(), stratum.pool(), stratum.audited()));
        }
        return StratifiedPredictionPoweredMean.of(strata, Tuning.TUNED, 1);
    }

    private static double adjusted(SimulatedPool pool, double transferSd, double confidence) {
        long flagged = 0;
        for (double score : pool.scores()) {
            flagged += score >= 0.5 ? 1 : 0;
        }
        return AdjustedCount.of(flagged, pool.scores().length, pool.calibration(0.5), transferSd, 1)
                .upper(confidence);
    }

    private static double labelShift(SimulatedPool pool, double transferSd, double confidence) {
        return LabelShiftLikelihood.of(pool.histogram(), pool.prior(), LogOddsCalibration.asStated(transferSd), 1)
                .upper(confidence);
    }
}
