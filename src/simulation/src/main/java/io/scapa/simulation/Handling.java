package io.scapa.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to rows between the pools and the fit. The neutral handling does nothing.
 *
 * @param contamination share of "fresh" rows that are in truth copies of model output: alpha grows by this share of eta
 * @param drift by how much the truth's mean moves each generation; gamma stays where it was
 * @param realWeight weight on real rows against synthetic ones in the fit; NaN weighs every row alike
 * @param samplingBias scale on the spread of model output: 1 is fair, less keeps to the likely (temperature, guidance)
 * @param detector what drops or reweighs rows; null for none
 * @param bestOf model output is the best of this many by reward; 1 takes what comes
 * @param duplicates share of rows that are copies of other rows of the same data set
 * @param editing text only: the latest model redraws the tokens that it gives at least this probability, all others stay
 *     (Zhu 2024); NaN for none
 */
public record Handling(
        double contamination,
        double drift,
        double realWeight,
        double samplingBias,
        @Nullable Detector detector,
        int bestOf,
        double duplicates,
        double editing) {
    /** Nothing happens. */
    public static final Handling NEUTRAL = new Handling(0, 0, Double.NaN, 1, null, 1, 0, Double.NaN);

    public Handling {
        share("handling.contamination", contamination);
        share("handling.duplicates", duplicates);
        if (!Double.isNaN(realWeight)) {
            share("handling.realWeight", realWeight);
        }
        if (!Double.isNaN(editing)) {
            share("handling.editing", editing);
        }
        if (!Double.isFinite(drift)) {
            throw new ScenarioException("handling.drift", "expected a number, got " + drift);
        }
        if (!(samplingBias >= 0 && samplingBias <= 10)) {
            throw new ScenarioException(
                    "handling.samplingBias", "expected 0 to 10, 1 for a fair sampler, got " + samplingBias);
        }
        if (bestOf < 1 || bestOf > 10_000) {
            throw new ScenarioException("handling.bestOf", "expected 1 to 10000, got " + bestOf);
        }
    }

    private static void share(String field, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new ScenarioException(field, "expected a share in [0, 1], got " + value);
        }
    }

    /** What a detector's flag leads to. */
    public enum Action {
        /** Flagged rows are dropped and replaced by new draws until the budget is full. */
        REFILL,
        /** Flagged rows are dropped; the data set shrinks. */
        SHRINK,
        /** Rows are redrawn with weight 1 if flagged and {@code bias} if not (Drayson 2025). */
        RESAMPLE
    }

    /**
     * A detector of synthetic rows, as seen by its errors.
     *
     * @param truePositiveRate share of synthetic rows that it flags
     * @param falsePositiveRate share of common real rows that it flags
     * @param tailFalsePositiveRate share of rare real rows that it flags
     * @param action what a flag leads to
     * @param bias weight of an unflagged row under {@link Action#RESAMPLE}
     */
    public record Detector(
            double truePositiveRate,
            double falsePositiveRate,
            double tailFalsePositiveRate,
            Action action,
            double bias) {
        public Detector {
            share("handling.detector.truePositiveRate", truePositiveRate);
            share("handling.detector.falsePositiveRate", falsePositiveRate);
            share("handling.detector.tailFalsePositiveRate", tailFalsePositiveRate);
            if (!(bias >= 1)) {
                throw new ScenarioException("handling.detector.bias", "expected at least 1, got " + bias);
            }
        }

        /** A detector that errs alike on all real rows. */
        public static Detector of(double truePositiveRate, double falsePositiveRate, Action action) {
            return new Detector(truePositiveRate, falsePositiveRate, falsePositiveRate, action, 10);
        }
    }

    /** The same with another detector. */
    public Handling with(Detector other) {
        return new Handling(contamination, drift, realWeight, samplingBias, other, bestOf, duplicates, editing);
    }

    /** Contaminated fresh data. */
    public static Handling contaminated(double share) {
        return new Handling(share, 0, Double.NaN, 1, null, 1, 0, Double.NaN);
    }

    /** A drifting truth. */
    public static Handling drifting(double perGeneration) {
        return new Handling(0, perGeneration, Double.NaN, 1, null, 1, 0, Double.NaN);
    }

    /** Weighted training. */
    public static Handling weighted(double realWeight) {
        return new Handling(0, 0, realWeight, 1, null, 1, 0, Double.NaN);
    }

    /** A biased sampler. */
    public static Handling biased(double scale) {
        return new Handling(0, 0, Double.NaN, scale, null, 1, 0, Double.NaN);
    }

    /** Selection of the best of some. */
    public static Handling selecting(int bestOf) {
        return new Handling(0, 0, Double.NaN, 1, null, bestOf, 0, Double.NaN);
    }

    /** Duplicated rows. */
    public static Handling duplicated(double share) {
        return new Handling(0, 0, Double.NaN, 1, null, 1, share, Double.NaN);
    }

    /** Token editing. */
    public static Handling edited(double threshold) {
        return new Handling(0, 0, Double.NaN, 1, null, 1, 0, threshold);
    }

    private static final List<String> OF_ROWS =
            List.of("contamination", "drift", "realWeight", "samplingBias", "detector", "bestOf", "duplicates");

    /** What families that keep every row read, as scenario files call it. */
    public static String[] ofRows() {
        return OF_ROWS.toArray(String[]::new);
    }

    /** Names of the fields that do something, as scenario files call them. */
    public List<String> active() {
        List<String> active = new ArrayList<>();
        add(active, "contamination", contamination != 0);
        add(active, "drift", drift != 0);
        add(active, "realWeight", !Double.isNaN(realWeight));
        add(active, "samplingBias", samplingBias != 1);
        add(active, "detector", detector != null);
        add(active, "bestOf", bestOf != 1);
        add(active, "duplicates", duplicates != 0);
        add(active, "editing", !Double.isNaN(editing));
        return active;
    }

    private static void add(List<String> active, String name, boolean does) {
        if (does) {
            active.add(name);
        }
    }

    /** Whether nothing happens. */
    public boolean neutral() {
        return equals(NEUTRAL);
    }
}
