package io.scapa.simulation.report;

import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.Simulation;
import io.scapa.simulation.Treatment;
import io.scapa.simulation.chart.Numbers;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.family.Estimator;
import io.scapa.simulation.family.categorical.CategoricalFamily;
import io.scapa.simulation.family.categorical.SymbolLaw;
import io.scapa.simulation.family.gaussian.GaussianFamily;
import io.scapa.simulation.family.gaussian.GaussianFamily.Sampling;
import io.scapa.simulation.family.regression.LinearRegressionFamily;
import io.scapa.simulation.theory.TheoryCurve;
import java.util.ArrayList;
import java.util.List;

/**
 * The engine against its closed forms, on the machine where it runs: every exact curve of a set of scenarios at three
 * generations each. With the comparisons taken together, the largest |z| stays below 4.5 with probability above 0.999.
 *
 * @param checks every comparison
 */
public record SelfTest(List<TheoryCheck> checks) {
    private static final double WORST = 4.5;

    /** Runs all scenarios. */
    public static SelfTest run() {
        List<TheoryCheck> checks = new ArrayList<>();
        for (Scenario scenario : scenarios()) {
            SimulationResult result = Simulation.run(scenario);
            int rows = result.recorded().count();
            for (TheoryCurve curve : scenario.family().theory(scenario)) {
                for (int row : new int[] {0, rows / 2, rows - 1}) {
                    if (curve.exact()) {
                        checks.add(TheoryCheck.at(result, curve, row));
                    }
                }
            }
        }
        return new SelfTest(List.copyOf(checks));
    }

    private static List<Scenario> scenarios() {
        MixtureSchedule none = MixtureSchedule.constant(1, 0, 0, 0);
        MixtureSchedule mix = MixtureSchedule.constant(0.5, 0.2, 0.1, 0.2);
        MixtureSchedule half = MixtureSchedule.constant(0.5, 0, 0, 0.5);
        List<Scenario> scenarios = new ArrayList<>();
        for (Sampling sampling : Sampling.values()) {
            GaussianFamily unbiased = new GaussianFamily(Estimator.UNBIASED, sampling);
            GaussianFamily mle = new GaussianFamily(Estimator.MLE, sampling);
            scenarios.add(Scenario.replace("replace", unbiased, 100, 20, 10_000, 1));
            scenarios.add(Scenario.of("mixture", unbiased, Regime.MIXTURE, mix, 20, 20, 10_000, 2));
            scenarios.add(Scenario.of("quota", unbiased, Regime.MIXTURE, half, 20, 20, 10_000, 3)
                    .with(Treatment.NONE.quota()));
            scenarios.add(Scenario.of("accumulate", mle, Regime.ACCUMULATE, none, 20, 20, 10_000, 4));
        }
        GaussianFamily rows = GaussianFamily.explicit(Estimator.MLE);
        scenarios.add(Scenario.of("subsample", rows, Regime.ACCUMULATE_SUBSAMPLE, none, 10, 15, 10_000, 5));
        scenarios.add(Scenario.replace("regression", new LinearRegressionFamily(5, 1), 30, 10, 4000, 6));
        scenarios.add(Scenario.of(
                "symbols",
                new CategoricalFamily(SymbolLaw.zipf(100)),
                Regime.MIXTURE,
                MixtureSchedule.constant(0.9, 0, 0, 0.1),
                200,
                20,
                2000,
                7));
        return scenarios;
    }

    /** The largest |z|. */
    public double worst() {
        return checks.stream()
                .mapToDouble(check -> Math.abs(check.z()))
                .filter(z -> !Double.isNaN(z))
                .max()
                .orElse(0);
    }

    /** Root mean square of z: near 1 for a right engine. */
    public double spread() {
        return Math.sqrt(checks.stream()
                .mapToDouble(check -> check.z() * check.z())
                .filter(z -> !Double.isNaN(z))
                .average()
                .orElse(0));
    }

    /** Whether every comparison is within its bound. */
    public boolean passed() {
        return worst() < WORST;
    }

    /** In words. */
    public String summary() {
        return checks.size() + " comparisons with closed forms: largest |z| " + Numbers.significant(worst(), 3)
                + " (bound " + WORST + "), rms z " + Numbers.significant(spread(), 3) + ": "
                + (passed() ? "passed" : "FAILED") + "\n";
    }
}
