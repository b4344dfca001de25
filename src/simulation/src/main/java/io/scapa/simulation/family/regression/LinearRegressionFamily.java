package io.scapa.simulation.family.regression;

import io.scapa.simulation.ChainFactory;
import io.scapa.simulation.Crossing;
import io.scapa.simulation.Family;
import io.scapa.simulation.Handling;
import io.scapa.simulation.Observable;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.family.rows.RowGatherer;
import io.scapa.simulation.random.ChainRandom;
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
        scenario.treatment().allowOnly(name(), Handling.ofRows());
        if (scenario.samples() < features + 2) {
            throw new ScenarioException(
                    "samples",
                    "a regression on " + features + " features needs at least " + (features + 2)
                            + " rows for a finite expected risk, got " + scenario.samples());
        }
        if (!RowRegressionChain.sumsSuffice(scenario)) {
            RowGatherer.require(name(), features + 1, features + 2, scenario);
        }
    }

    @Override
    public ChainFactory chains(Scenario scenario) {
        return RowRegressionChain.sumsSuffice(scenario)
                ? random -> new LinearRegressionChain(this, scenario, random)
                : random -> new RowRegressionChain(new Lines(features, Math.sqrt(noise)), scenario, random);
    }

    @Override
    public List<TheoryCurve> theory(Scenario scenario) {
        return RowRegressionChain.sumsSuffice(scenario) ? RegressionTheory.of(scenario, features, noise) : List.of();
    }

    /** Features N(0, I), true weights 0; a drift moves the first weight. Rows whose first feature is far out are rare. */
    private record Lines(int size, double noise) implements RegressionTask {
        private static final double RARE = 1.645;

        @Override
        public void draw(double[] row, int at, ChainRandom random) {
            for (int j = 0; j < size; j++) {
                row[at + j] = random.nextGaussian();
            }
        }

        @Override
        public double truth(double[] row, int at) {
            return 0;
        }

        @Override
        public double drifting(double[] row, int at) {
            return row[at];
        }

        @Override
        public boolean rare(double[] row, int at) {
            return Math.abs(row[at]) > RARE;
        }

        @Override
        public double error(double[] weights, double drifted) {
            double risk = 0;
            for (int j = 0; j < size; j++) {
                double off = weights[j] - (j == 0 ? drifted : 0);
                risk += off * off;
            }
            return risk;
        }
    }
}
