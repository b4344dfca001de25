package io.scapa.simulation.preset;

import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.family.Estimator;
import io.scapa.simulation.family.regression.LinearRegressionFamily;
import io.scapa.simulation.family.rows.GaussianLearner;
import io.scapa.simulation.family.rows.KernelLearner;
import io.scapa.simulation.family.rows.MixtureLearner;
import io.scapa.simulation.family.rows.RowFamily;

/** Presets on regression and on learners of rows. */
final class RowPresets {
    private static final MixtureSchedule NONE = MixtureSchedule.constant(1, 0, 0, 0);

    private RowPresets() {}

    private static Scenario run(
            String name, io.scapa.simulation.Family family, Regime regime, int m, int g, int chains) {
        return Scenario.of(name, family, regime, NONE, m, g, chains, 31);
    }

    static Preset shumailovMixture() {
        RowFamily family = new RowFamily("gaussian-mixture", new MixtureLearner(2, 4), 10);
        return Reading.preset(
                "shumailov-gmm",
                "Two humps that wander and merge",
                "Shumailov et al. 2023, arXiv 2305.17493, Gaussian mixtures (setting from memory)",
                "modes drift and merge",
                "larger sample sizes of the paper (500 to 200,000)",
                run("M = 200", family, Regime.REPLACE, 200, 100, 32));
    }

    static Preset sureshMixture() {
        RowFamily family = new RowFamily("gaussian-mixture", new MixtureLearner(2, 4), 5);
        return Reading.preset(
                "suresh-gmm",
                "Two humps from ten rows",
                "Suresh et al. 2024, arXiv 2412.17646",
                "collapse within order n generations",
                "",
                run("n = 10", family, Regime.REPLACE, 10, 200, 100));
    }

    static Preset gerstgrasser() {
        LinearRegressionFamily family = new LinearRegressionFamily(5, 1);
        return Reading.preset(
                "gerstgrasser-lr",
                "Linear regression on its own labels",
                "Gerstgrasser et al. 2024, arXiv 2404.01413, Theorem 1",
                "replace: risk grows linearly; accumulate: bounded by sigma^2 d/(T-d-1) pi^2/6",
                "",
                run("replace", family, Regime.REPLACE, 20, 20, 2000),
                run("accumulate", family, Regime.ACCUMULATE, 20, 20, 2000));
    }

    static Preset kazdanGauss() {
        RowFamily family = new RowFamily("gaussian-nd", new GaussianLearner(7, Estimator.MLE), 9);
        return Reading.preset(
                "kazdan-gauss",
                "A seven-dimensional Gaussian under three regimes",
                "Kazdan et al. 2024, arXiv 2410.16713",
                "replace collapses; accumulate is stable; accumulate-subsample is slow and gradual rather than explosive",
                "",
                run("replace", family, Regime.REPLACE, 89, 100, 50),
                run("accumulate", family, Regime.ACCUMULATE, 89, 100, 16),
                run("accumulate-subsample", family, Regime.ACCUMULATE_SUBSAMPLE, 89, 100, 50));
    }

    static Preset kazdanKernel() {
        RowFamily family = new RowFamily("kernel-density", new KernelLearner(0.2), 5);
        return Reading.preset(
                "kazdan-kde",
                "Kernel density on two moons",
                "Kazdan et al. 2024, arXiv 2410.16713",
                "replace worst, accumulate best in test likelihood",
                "blobs, circles and swiss roll; bandwidth 0.75 there, 0.2 here",
                run("replace", family, Regime.REPLACE, 89, 30, 16),
                run("accumulate", family, Regime.ACCUMULATE, 89, 30, 16),
                run("accumulate-subsample", family, Regime.ACCUMULATE_SUBSAMPLE, 89, 30, 16));
    }

    static Preset kazdanRegression() {
        LinearRegressionFamily family = new LinearRegressionFamily(7, 1);
        return Reading.preset(
                "kazdan-lr",
                "Linear regression in seven dimensions",
                "Kazdan et al. 2024, arXiv 2410.16713",
                "replace grows, accumulate is bounded",
                "",
                run("replace", family, Regime.REPLACE, 89, 100, 200),
                run("accumulate", family, Regime.ACCUMULATE, 89, 100, 200));
    }
}
