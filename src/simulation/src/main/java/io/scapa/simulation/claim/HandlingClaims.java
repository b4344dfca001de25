package io.scapa.simulation.claim;

import io.scapa.simulation.claim.ClaimCheck.Finding;
import io.scapa.simulation.engine.Moments;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.theory.TrainingWeights;
import io.scapa.statistics.Limits;

/** Claims on detectors, weights, selection, contamination and drift. */
final class HandlingClaims {
    private HandlingClaims() {}

    static Finding biasLosesDiversity() {
        return medians("mad-full", 1, 0, "sampling bias .9", "fair");
    }

    static Finding duplicates() {
        return medians("duplicates", 1, 0, "half copies", "no copies");
    }

    /** Whether the first scenario's median variance is the lower. */
    private static Finding medians(String preset, int less, int more, String lessName, String moreName) {
        double low = Measure.median(Measure.run(preset, less), "variance");
        double high = Measure.median(Measure.run(preset, more), "variance");
        return ClaimChecks.finding(
                "",
                "median variance at the end: " + lessName + " " + Measure.number(low) + ", " + moreName + " "
                        + Measure.number(high),
                low < 0.8 * high);
    }

    static Finding goldenRatio() {
        double[] weights = {0.3, 0.618, 0.95};
        double[] errors = new double[3];
        StringBuilder words = new StringBuilder();
        StringBuilder theory = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            Moments moments = Measure.moments(
                    Measure.run(io.scapa.simulation.preset.Presets.named("he-golden")
                            .scenarios()
                            .get(i)
                            .withChains(4000)),
                    "mean_sq_error");
            errors[i] = moments.mean();
            words.append(i == 0 ? "" : ", ").append(weights[i]).append(": ").append(Measure.mean(moments));
            theory.append(i == 0 ? "" : ", ")
                    .append(weights[i])
                    .append(": ")
                    .append(Measure.number(TrainingWeights.stationaryVariance(weights[i], 50, 50)));
        }
        return ClaimChecks.finding(
                "stationary error of the mean by weight, " + theory,
                "measured " + words,
                errors[1] < errors[0] && errors[1] < errors[2]);
    }

    static Finding resampling() {
        Moments bare = Measure.moments(Measure.run("drayson-detect", 2), "mean_sq_error");
        Moments helped = Measure.moments(Measure.run("drayson-detect", 3), "mean_sq_error");
        double error = Math.hypot(bare.standardError(), helped.standardError());
        return ClaimChecks.finding(
                "stationary error of the mean " + Measure.number(resampledError(0.95, 400, 1, 0, 0)) + " without, "
                        + Measure.number(resampledError(0.95, 400, 10, 0.9, 0.05)) + " with",
                "error of the mean " + Measure.mean(bare) + " without, " + Measure.mean(helped) + " with",
                helped.mean() < bare.mean() - 2 * error);
    }

    /**
     * Stationary squared error of a Gaussian's mean where rows are redrawn by a detector's weights: c^2 A + noise, with the
     * share c of model output after weighting and the noise of weighted rows plus that of drawing with replacement.
     *
     * @param bias weight of an unflagged row; 1 for no detector, which then also draws nothing again
     */
    static double resampledError(
            double alpha, int rows, double bias, double truePositiveRate, double falsePositiveRate) {
        double synthetic = alpha * (truePositiveRate + (1 - truePositiveRate) * bias);
        double real = (1 - alpha) * (falsePositiveRate + (1 - falsePositiveRate) * bias);
        double squares = alpha * (truePositiveRate + (1 - truePositiveRate) * bias * bias)
                + (1 - alpha) * (falsePositiveRate + (1 - falsePositiveRate) * bias * bias);
        double sum = synthetic + real;
        double noise = squares / (sum * sum) + (bias == 1 ? 0 : 1);
        double share = synthetic / sum;
        return noise / (rows * (1 - share * share));
    }

    static Finding resamplingFew() {
        return crossings("drayson-detect", 0, 1);
    }

    static Finding verifierRefilled() {
        return crossings("feng-verify", 0, 1);
    }

    /** Whether the second scenario collapses (variance below .5) less often than the first, beyond both intervals. */
    private static Finding crossings(String preset, int without, int with) {
        SimulationResult bare = Measure.run(preset, without);
        SimulationResult helped = Measure.run(preset, with);
        long bareHits = bare.crossedBy(0, Measure.last(bare));
        long helpedHits = helped.crossedBy(0, Measure.last(helped));
        Limits worse = Measure.share(bareHits, bare.chains());
        Limits better = Measure.share(helpedHits, helped.chains());
        return ClaimChecks.finding(
                "",
                "variance below .5 in "
                        + Measure.share("", bareHits, bare.chains()).strip() + " without, "
                        + Measure.share("", helpedHits, helped.chains()).strip() + " with",
                better.upper() < worse.lower());
    }

    static Finding curation() {
        double none = Measure.median(Measure.run("ferbach-curated", 0), "variance");
        double half = Measure.median(Measure.run("ferbach-curated", 1), "variance");
        return ClaimChecks.finding(
                "",
                "median variance at generation 20: no real rows " + Measure.number(none) + ", half real "
                        + Measure.number(half),
                none < 0.01 && half > 0.2);
    }

    static Finding contaminated() {
        Moments copied = Measure.moments(Measure.run("contaminated-fresh", 0), "mean_sq_error");
        Moments authentic = Measure.moments(Measure.run("contaminated-fresh", 1), "mean_sq_error");
        double error = Math.hypot(copied.standardError(), authentic.standardError());
        return ClaimChecks.finding(
                "alpha .9 + .5 x .1 = .95, rho .05",
                "error of the mean: eta .1 half copied " + Measure.mean(copied) + ", eta .05 authentic "
                        + Measure.mean(authentic),
                Math.abs(copied.mean() - authentic.mean()) < 3 * error);
    }

    static Finding staleness() {
        SimulationResult slow = Measure.run("staleness", 0);
        Moments mean = Measure.moments(slow, "mean");
        double theory = -0.02 * 0.9 / 0.1;
        return ClaimChecks.finding(
                "lag delta (1 - eta)/eta = " + Measure.number(-theory),
                "mean of the model less the truth's " + Measure.mean(mean),
                Math.abs(mean.mean() - theory) < 0.03);
    }
}
