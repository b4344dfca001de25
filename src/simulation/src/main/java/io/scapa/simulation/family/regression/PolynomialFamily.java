package io.scapa.simulation.family.regression;

import io.scapa.simulation.ChainFactory;
import io.scapa.simulation.Crossing;
import io.scapa.simulation.Family;
import io.scapa.simulation.Observable;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.theory.TheoryCurve;
import java.util.List;

/**
 * A polynomial fitted by least squares to n noisy points of a curve on [0, 1], then to n noisy points of itself, and so on.
 *
 * @param target the curve of generation 0
 * @param degree of the polynomial, 1 to 8
 * @param noise standard deviation of the noise on every label
 */
public record PolynomialFamily(Target target, int degree, double noise) implements Family {
    private static final List<Observable> OBSERVABLES =
            List.of(Observable.of("mse", "mean squared error against the first curve", "y\u00b2"));

    public PolynomialFamily {
        if (degree < 1 || degree > 8) {
            throw new ScenarioException("family.degree", "expected 1 to 8, got " + degree);
        }
        if (!(noise >= 0)) {
            throw new ScenarioException("family.noise", "expected a standard deviation of at least 0, got " + noise);
        }
    }

    @Override
    public String name() {
        return "polynomial-regression";
    }

    @Override
    public List<Observable> observables() {
        return OBSERVABLES;
    }

    @Override
    public List<Crossing> defaultCrossings() {
        return List.of(Crossing.above("mse", 0.1), Crossing.above("mse", 0.455));
    }

    @Override
    public void check(Scenario scenario) {
        scenario.treatment().requireNeutral(name());
        if (scenario.samples() < degree + 2) {
            throw new ScenarioException(
                    "samples",
                    "a polynomial of degree " + degree + " needs at least " + (degree + 2) + " points, got "
                            + scenario.samples());
        }
        if (scenario.regime() == Regime.ACCUMULATE_SUBSAMPLE
                || scenario.treatment().pool() > 0) {
            throw new ScenarioException("regime", "polynomial-regression runs replace, mixture and accumulate");
        }
        if (scenario.regime() == Regime.MIXTURE && scenario.mixture().nominal().beta() > 0) {
            throw new ScenarioException("mixture.beta", "polynomial-regression has no reading of beta, expected 0");
        }
    }

    @Override
    public ChainFactory chains(Scenario scenario) {
        PolynomialSpace space = PolynomialSpace.of(target, degree);
        return random -> new PolynomialChain(this, space, scenario, random);
    }

    @Override
    public List<TheoryCurve> theory(Scenario scenario) {
        return scenario.regime() == Regime.REPLACE ? PolynomialTheory.of(this, scenario) : List.of();
    }
}
