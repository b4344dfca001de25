package io.scapa.simulation.family.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scapa.simulation.Handling;
import io.scapa.simulation.Handling.Action;
import io.scapa.simulation.Handling.Detector;
import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.Simulation;
import io.scapa.simulation.Treatment;
import io.scapa.simulation.engine.Moments;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.family.Estimator;
import io.scapa.simulation.family.gaussian.GaussianFamily;
import io.scapa.simulation.theory.DetectorFilter;
import io.scapa.simulation.theory.GaussianTheory;
import io.scapa.simulation.theory.TheoryCurve;
import io.scapa.simulation.theory.TrainingWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The literal row engine against closed forms: each handling where one is known. */
class RowGathererTest {
    private static final RowFamily ONE = new RowFamily("gaussian-nd", new GaussianLearner(1, Estimator.UNBIASED), 3);
    private static final GaussianFamily GAUSSIAN = GaussianFamily.explicit(Estimator.UNBIASED);

    @ParameterizedTest
    @EnumSource(Regime.class)
    void everyRegimeHasItsClosedForm(Regime regime) {
        MixtureSchedule mixture = regime == Regime.MIXTURE
                ? MixtureSchedule.constant(0.5, 0.2, 0.1, 0.2)
                : MixtureSchedule.constant(1, 0, 0, 0);
        Scenario scenario = Scenario.of("rows", ONE, regime, mixture, 20, 8, 4000, 3);
        SimulationResult result = Simulation.run(scenario);
        for (TheoryCurve curve : GaussianTheory.of(scenario, Estimator.UNBIASED)) {
            boolean mean = curve.statistic() == TheoryCurve.Statistic.MEAN;
            if (mean && curve.observable().equals("mean_sq_error")) {
                agree(result.moments("mean_sq_error", 8), curve.at(7));
            }
            if (mean && curve.observable().equals("variance")) {
                agree(result.moments("spread", 8), curve.at(7));
            }
        }
    }

    private static void agree(Moments measured, double theory) {
        assertThat(measured.mean()).isCloseTo(theory, within(4.5 * measured.standardError()));
    }

    @Test
    void aRefilledDetectorActsThroughAlphaEffective() {
        DetectorFilter filter = DetectorFilter.of(0.9, 0.8, 0.05);
        SimulationResult filtered =
                Simulation.run(handled(0.9, Handling.NEUTRAL.with(Detector.of(0.8, 0.05, Action.REFILL))));
        SimulationResult theory = Simulation.run(handled(filter.alphaEffective(), Handling.NEUTRAL));
        same(filtered.moments("mean_sq_error", 20), theory.moments("mean_sq_error", 20));
    }

    @Test
    void contaminatedFreshDataActAsModelOutput() {
        SimulationResult copied = Simulation.run(handled(0.8, Handling.contaminated(0.5)));
        SimulationResult plain = Simulation.run(handled(0.9, Handling.NEUTRAL));
        same(copied.moments("mean_sq_error", 20), plain.moments("mean_sq_error", 20));
    }

    @Test
    void weightedTrainingHasItsStationaryError() {
        Scenario scenario = Scenario.of(
                        "weights", GAUSSIAN, Regime.MIXTURE, MixtureSchedule.constant(0.5, 0, 0, 0.5), 100, 30, 3000, 4)
                .with(Treatment.NONE.quota().handling(Handling.weighted(0.618)));
        Moments error = Simulation.run(scenario).moments("mean_sq_error", 30);
        assertThat(error.mean())
                .isCloseTo(
                        TrainingWeights.stationaryVariance(0.618, 50, 50),
                        within(0.04 * error.mean() + 4 * error.standardError()));
    }

    private static Scenario handled(double alpha, Handling handling) {
        return Scenario.of(
                        "handled",
                        GAUSSIAN,
                        Regime.MIXTURE,
                        MixtureSchedule.constant(alpha, 0, 0, 1 - alpha),
                        50,
                        20,
                        3000,
                        5)
                .with(Treatment.NONE.handling(handling));
    }

    private static void same(Moments a, Moments b) {
        assertThat(a.mean()).isCloseTo(b.mean(), within(4.5 * Math.hypot(a.standardError(), b.standardError())));
    }

    @Test
    void mixturesAndKernelsFitTheirTruthAtFirst() {
        Scenario mixture =
                Scenario.replace("gmm", new RowFamily("gaussian-mixture", new MixtureLearner(2, 4), 10), 500, 2, 16, 1);
        assertThat(Simulation.run(mixture).moments("spread", 1).mean()).isCloseTo(1, within(0.06));
        Scenario kernel =
                Scenario.replace("kde", new RowFamily("kernel-density", new KernelLearner(0.2), 5), 100, 10, 16, 1);
        SimulationResult result = Simulation.run(kernel);
        assertThat(result.moments("test_nll", 10).mean())
                .isGreaterThan(result.moments("test_nll", 1).mean());
        assertThat(result.moments("spread", 10).mean())
                .isGreaterThan(result.moments("spread", 1).mean());
    }
}
