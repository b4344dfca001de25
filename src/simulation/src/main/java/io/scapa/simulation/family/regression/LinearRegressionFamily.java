package io.scapa.simulation.family.regression;

import io.scapa.simulation.ChainFactory;
import io.scapa.simulation.Crossing;
import io.scapa.simulation.Family;
import io.scapa.simulation.Observable;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.theory.RegressionTheory;
import io.scapa.simulation.theory.TheoryCurve;
import java.util.List;

/**
 * Ordinary least squares without intercept on fresh N(0, I) features; the true weights are 0 and the labels have normal
 * noise. A generation's synthetic rows are labelled by the latest model plus noise, the others by the truth plus noise.
 *
 * @param features how many (d)
 * @param noise the noise variance
 */
public record LinearRegressionFamily(int features, double noise) implements Family {
    private static final List<Observable> OBSERVABLES =
            List.of(Observable.of("excess_risk", "excess risk", "noise\u00b2"));

    public LinearRegressionFamily {
        if (features < 1 || features > 2000) {
            throw new ScenarioException("family.features", "expected 1 to 2000, got " + features);
        }
        if (!(noise >= 0)) {
            throw new ScenarioException("family.noise", "expected a variance of at least 0, got " + noise);
        }
    }

    @Override
    public String name() {
        return "linear-regression";
    }

    @Override
    public List<Observable> observables() {
        return OBSERVABLES;
    }

    @Override
    public List<Crossing> defaultCrossings() {
        return List.of(Crossing.above("excess_risk", 1), Crossing.above("excess_risk", 2));
    }

    @Override
    public void check(Scenario scenario) {
        scenario.treatment().allowOnly(name(), "contamination", "realWeight", "samplingBias", "detector", "duplicates");
        if (!scenario.treatment().handling().neutral() && scenario.regime() == Regime.ACCUMULATE) {
            throw new ScenarioException(
                    "treatment.handling", "linear-regression handles rows under replace and mixture");
        }
        if (scenario.samples() < features + 2) {
            throw new ScenarioException(
                    "samples",
                    "a regression on " + features + " features needs at least " + (features + 2)
                            + " rows for a finite expected risk, got " + scenario.samples());
        }
        if (scenario.regime() == Regime.ACCUMULATE_SUBSAMPLE
                || scenario.treatment().pool() > 0) {
            throw new ScenarioException("regime", "linear-regression runs replace, mixture and accumulate");
        }
        if (scenario.regime() == Regime.MIXTURE && scenario.mixture().nominal().beta() > 0) {
            throw new ScenarioException("mixture.beta", "linear-regression has no reading of beta, expected 0");
        }
    }

    @Override
    public ChainFactory chains(Scenario scenario) {
        return scenario.treatment().handling().neutral()
                ? random -> new LinearRegressionChain(this, scenario, random)
                : random -> new HandledRegressionChain(this, scenario, random);
    }

    @Override
    public List<TheoryCurve> theory(Scenario scenario) {
        return scenario.treatment().handling().neutral() ? RegressionTheory.of(scenario, features, noise) : List.of();
    }
}
