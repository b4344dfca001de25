package io.scapa.simulation.family.regression;

import io.scapa.simulation.ChainFactory;
import io.scapa.simulation.Crossing;
import io.scapa.simulation.Family;
import io.scapa.simulation.Handling;
import io.scapa.simulation.Observable;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.family.rows.RowGatherer;
import io.scapa.simulation.random.ChainRandom;
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
        scenario.treatment().allowOnly(name(), Handling.ofRows());
        if (scenario.samples() < degree + 2) {
            throw new ScenarioException(
                    "samples",
                    "a polynomial of degree " + degree + " needs at least " + (degree + 2) + " points, got "
                            + scenario.samples());
        }
        if (!RowRegressionChain.sumsSuffice(scenario)) {
            RowGatherer.require(name(), degree + 2, degree + 2, scenario);
        }
    }

    @Override
    public ChainFactory chains(Scenario scenario) {
        PolynomialSpace space = PolynomialSpace.of(target, degree);
        return RowRegressionChain.sumsSuffice(scenario)
                ? random -> new PolynomialChain(this, space, scenario, random)
                : random -> new RowRegressionChain(new Curve(space, noise), scenario, random);
    }

    @Override
    public List<TheoryCurve> theory(Scenario scenario) {
        return scenario.regime() == Regime.REPLACE && RowRegressionChain.sumsSuffice(scenario)
                ? PolynomialTheory.of(this, scenario)
                : List.of();
    }

    /** Powers of t = 2x - 1 at x uniform on [0, 1]; a drift lifts the curve. The outer tenth of the points is rare. */
    private record Curve(PolynomialSpace space, double noise) implements RegressionTask {
        private static final double RARE = 0.9;

        @Override
        public int size() {
            return space.size;
        }

        @Override
        public void draw(double[] row, int at, ChainRandom random) {
            double t = 2 * random.nextDouble() - 1;
            row[at] = 1;
            for (int j = 1; j < space.size; j++) {
                row[at + j] = row[at + j - 1] * t;
            }
        }

        @Override
        public double truth(double[] row, int at) {
            return space.target.at((row[at + 1] + 1) / 2);
        }

        @Override
        public double drifting(double[] row, int at) {
            return 1;
        }

        @Override
        public boolean rare(double[] row, int at) {
            return Math.abs(row[at + 1]) > RARE;
        }

        @Override
        public double error(double[] weights, double drifted) {
            double[] level = weights.clone();
            level[0] -= drifted;
            return space.error(level);
        }
    }
}
