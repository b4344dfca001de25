package io.scapa.simulation.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.scapa.simulation.Family;
import io.scapa.simulation.Handling;
import io.scapa.simulation.Handling.Action;
import io.scapa.simulation.Handling.Detector;
import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.ProgressListener;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.Simulation;
import io.scapa.simulation.Treatment;
import io.scapa.simulation.engine.Moments;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.family.categorical.CategoricalFamily;
import io.scapa.simulation.family.categorical.SymbolLaw;
import io.scapa.simulation.family.gaussian.GaussianFamily;
import io.scapa.simulation.family.regression.LinearRegressionFamily;
import io.scapa.simulation.family.regression.PolynomialFamily;
import io.scapa.simulation.family.regression.Target;
import io.scapa.simulation.report.SimulationReport;
import io.scapa.simulation.theory.CategoricalTheory;
import io.scapa.simulation.theory.DetectorFilter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Handlings of symbols and regressions against what theory gives for the share and budget that they come down to. */
class HandledFamiliesTest {
    private static final CategoricalFamily SYMBOLS = new CategoricalFamily(SymbolLaw.zipf(60));
    private static final LinearRegressionFamily LINES = new LinearRegressionFamily(5, 1);

    private static SimulationResult run(Family family, double alpha, int rows, int chains, Handling handling) {
        MixtureSchedule mixture = MixtureSchedule.constant(alpha, 0, 0, 1 - alpha);
        return Simulation.run(Scenario.of("handled", family, Regime.MIXTURE, mixture, rows, 9, chains, 77)
                .with(Treatment.NONE.handling(handling)));
    }

    private static void agrees(Moments moments, double expected) {
        assertThat(Math.abs(moments.mean() - expected))
                .as("%s against %s", moments.mean(), expected)
                .isLessThan(4.5 * moments.standardError());
    }

    private static Moments survivors(double alpha, Handling handling) {
        return run(SYMBOLS, alpha, 120, 1500, handling).moments("survivors", 8);
    }

    private static double exactSurvivors(double alpha) {
        return CategoricalTheory.survivors(alpha, 120, 9, SymbolLaw.zipf(60).probabilities())[8];
    }

    @Test
    void aVerifierOfSymbolsThatRefillsIsASmallerShareOfModelOutput() {
        DetectorFilter filter = DetectorFilter.of(0.9, 0.8, 0.05);
        agrees(
                survivors(0.9, Handling.NEUTRAL.with(Detector.of(0.8, 0.05, Action.REFILL))),
                exactSurvivors(filter.alphaEffective()));
    }

    @Test
    void aPoolOfSymbolsThatShrinksKeepsFewerThanNoFilter() {
        assertThat(survivors(0.9, Handling.NEUTRAL.with(Detector.of(0.8, 0.05, Action.SHRINK)))
                        .mean())
                .isLessThan(exactSurvivors(0.9));
    }

    @Test
    void contaminatedFreshSymbolsAreModelOutput() {
        agrees(survivors(0.8, Handling.contaminated(0.5)), exactSurvivors(0.9));
    }

    @Test
    void aCoinForADetectorChangesNothingForSymbolsButTheNoiseOfDrawingAgain() {
        double bare = exactSurvivors(0.9);
        assertThat(survivors(0.9, Handling.NEUTRAL.with(Detector.of(0.3, 0.3, Action.RESAMPLE)))
                        .mean())
                .isLessThan(bare);
        agrees(survivors(0.9, Handling.NEUTRAL.with(Detector.of(0.3, 0.3, Action.REFILL))), bare);
    }

    @Test
    void selectionTemperatureAndCopiesNarrowSymbolsAndWeightsCountRealRows() {
        double bare = exactSurvivors(0.9);
        assertThat(survivors(0.9, Handling.selecting(3)).mean()).isLessThan(0.8 * bare);
        assertThat(survivors(0.9, Handling.biased(0.7)).mean()).isLessThan(0.9 * bare);
        assertThat(survivors(0.9, Handling.duplicated(0.5)).mean()).isLessThan(0.9 * bare);
        // A weight that is the share of real rows changes next to nothing; a heavy one trusts a dozen rows.
        assertThat(survivors(0.9, Handling.weighted(0.1)).mean()).isCloseTo(bare, within(0.03 * bare));
        assertThat(survivors(0.9, Handling.weighted(0.6)).mean()).isLessThan(0.97 * bare);
    }

    private static double risk(double alpha, int rows, Handling handling) {
        return run(LINES, alpha, rows, 3000, handling).moments("excess_risk", 9).mean();
    }

    private static Moments plainRisk(double alpha, int rows) {
        return run(LINES, alpha, rows, 6000, Handling.NEUTRAL).moments("excess_risk", 9);
    }

    @Test
    void regressionRowsAreHandledAsTheirShareAndBudgetSay() {
        DetectorFilter filter = DetectorFilter.of(0.9, 0.8, 0.05);
        Moments refilled = run(LINES, 0.9, 40, 3000, Handling.NEUTRAL.with(Detector.of(0.8, 0.05, Action.REFILL)))
                .moments("excess_risk", 9);
        agrees(refilled, plainRisk(filter.alphaEffective(), 40).mean());
        Moments copied = run(LINES, 0.8, 40, 3000, Handling.contaminated(0.5)).moments("excess_risk", 9);
        agrees(copied, plainRisk(0.9, 40).mean());
    }

    @Test
    void polynomialRowsAreHandledAsTheirShareAndBudgetSay() {
        PolynomialFamily curve = new PolynomialFamily(Target.COSINE, 3, 0.1);
        DetectorFilter filter = DetectorFilter.of(0.95, 0.8, 0.05);
        Moments refilled = run(curve, 0.95, 40, 3000, Handling.NEUTRAL.with(Detector.of(0.8, 0.05, Action.REFILL)))
                .moments("mse", 9);
        agrees(
                refilled,
                run(curve, filter.alphaEffective(), 40, 6000, Handling.NEUTRAL)
                        .moments("mse", 9)
                        .mean());
        double bare =
                run(curve, 0.95, 40, 6000, Handling.NEUTRAL).moments("mse", 9).mean();
        assertThat(refilled.mean()).isLessThan(bare);
        assertThat(run(curve, 0.95, 40, 3000, Handling.duplicated(0.4))
                        .moments("mse", 9)
                        .mean())
                .isGreaterThan(bare);
        assertThat(run(curve, 0.95, 40, 3000, Handling.selecting(4))
                        .moments("mse", 9)
                        .mean())
                .isLessThan(bare);
    }

    @Test
    void aDriftingRegressionLagsByTheFormula() {
        double lag = 0.05 * 0.8 / 0.2;
        SimulationResult lines = Simulation.run(
                Scenario.of("drift", LINES, Regime.MIXTURE, MixtureSchedule.constant(0.8, 0, 0, 0.2), 20_000, 40, 8, 5)
                        .with(Treatment.NONE.quota().handling(Handling.drifting(0.05))));
        assertThat(lines.moments("excess_risk", 40).mean()).isCloseTo(lag * lag, within(0.1 * lag * lag));
    }

    @Test
    void keptRowsGiveARegressionItsClosedFormUnderEveryRegimeThatHasOne() {
        for (Regime regime : List.of(Regime.REPLACE, Regime.ACCUMULATE)) {
            Scenario scenario =
                    Scenario.of("rows", LINES, regime, MixtureSchedule.constant(1, 0, 0, 0), 20, 8, 4000, 5);
            double theory = LINES.theory(scenario).get(0).at(7);
            // A detector that never flags leaves the law as it was, but keeps every row.
            Scenario kept =
                    scenario.with(Treatment.NONE.handling(Handling.NEUTRAL.with(Detector.of(0, 0, Action.SHRINK))));
            agrees(Simulation.run(kept).moments("excess_risk", 8), theory);
        }
    }

    @Test
    void weightsBestNearTheGoldenRatioAndCopiesCost() {
        double best = risk(0.5, 80, Handling.weighted(0.62));
        assertThat(best).isLessThan(risk(0.5, 80, Handling.weighted(0.2)));
        assertThat(best).isLessThan(risk(0.5, 80, Handling.weighted(0.97)));
        assertThat(risk(0.8, 60, Handling.duplicated(0.5)))
                .isGreaterThan(plainRisk(0.8, 60).mean());
        assertThat(risk(0.8, 60, Handling.biased(0.5)))
                .isLessThan(plainRisk(0.8, 60).mean());
    }

    @Test
    void theNumberOfThreadsDoesNotChangeAByteOfAnyFamily() {
        List<Family> families = List.of(
                GaussianFamily.explicit(Estimator.MLE), SYMBOLS, LINES, new PolynomialFamily(Target.COSINE, 3, 0.1));
        for (Family family : families) {
            Scenario scenario = Scenario.replace("threads", family, 40, 12, 150, 3);
            assertThat(json(scenario, 2)).as(family.name()).isEqualTo(json(scenario, 1));
        }
        for (Family family : List.of(SYMBOLS, LINES, GaussianFamily.explicit(Estimator.UNBIASED))) {
            Scenario handled = Scenario.replace("threads", family, 40, 6, 60, 3)
                    .with(Treatment.NONE.handling(Handling.duplicated(0.2)));
            assertThat(json(handled, 2)).as(family.name()).isEqualTo(json(handled, 1));
        }
    }

    private static String json(Scenario scenario, int threads) {
        return SimulationReport.of(Simulation.run(scenario, threads, ProgressListener.NONE))
                .toJson();
    }

    @Test
    void whatAFamilyHasNoReadingOfIsNamed() {
        assertThatThrownBy(() -> run(SYMBOLS, 0.5, 100, 1, Handling.drifting(1)))
                .hasMessageContaining("handling.drift")
                .hasMessageContaining("categorical has no reading of it");
        assertThatThrownBy(() -> run(LINES, 0.5, 100, 1, Handling.edited(0.9)))
                .hasMessageContaining("handling.editing")
                .hasMessageContaining("linear-regression has no reading of it");
        assertThatThrownBy(() -> Scenario.replace("x", LINES, 40, 3, 1, 1)
                        .with(Treatment.NONE.handling(Handling.contaminated(0.5))))
                .hasMessageContaining("handling.contamination")
                .hasMessageContaining("linear-regression under replace");
        assertThatThrownBy(() -> run(GaussianFamily.explicit(Estimator.MLE), 0.5, 100, 1, Handling.edited(0.9)))
                .hasMessageContaining("handling.editing");
    }
}
