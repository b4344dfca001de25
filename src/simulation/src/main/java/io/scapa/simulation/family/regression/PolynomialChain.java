package io.scapa.simulation.family.regression;

import io.scapa.simulation.Chain;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.family.Shares;
import io.scapa.simulation.random.ChainRandom;

/**
 * A polynomial refitted to its own noisy points. On points that the latest model labelled, least squares returns that
 * model plus the fit of the noise alone, so only the noise is fitted and added: the same weights, fewer operations.
 */
public final class PolynomialChain implements Chain {
    private final PolynomialSpace space;
    private final Scenario scenario;
    private final ChainRandom random;
    private final PolynomialFit fit;
    private final CubicNoiseFit cubic = new CubicNoiseFit();
    private final double noise;
    private final double[] weights;
    private final int[] counts = new int[4];
    private int fitted;

    PolynomialChain(PolynomialFamily family, PolynomialSpace space, Scenario scenario, ChainRandom random) {
        this.space = space;
        this.scenario = scenario;
        this.random = random;
        fit = new PolynomialFit(space.size);
        noise = family.noise();
        weights = new double[space.size];
    }

    @Override
    public void next(double[] observed) {
        boolean replace = scenario.regime() == Regime.REPLACE;
        if (fitted > 0 && replace) {
            refit();
        } else {
            fitMixed(fitted == 0 ? scenario.samples() : realRows());
        }
        fitted++;
        observed[0] = space.error(weights);
    }

    private int realRows() {
        if (scenario.regime() == Regime.ACCUMULATE) {
            return 0;
        }
        Shares.divide(
                scenario.mixture().at(fitted, random), scenario.treatment().draw(), scenario.samples(), random, counts);
        return counts[Shares.GAMMA] + counts[Shares.ETA];
    }

    /** All points are the latest model's. */
    private void refit() {
        if (space.size == 4) {
            refitCubic();
            return;
        }
        fit.clear();
        for (int i = 0; i < scenario.samples(); i++) {
            fit.add(2 * random.nextDouble() - 1, noise * random.nextGaussian());
        }
        fit.addSolution(weights);
    }

    private void refitCubic() {
        cubic.draw(random, scenario.samples());
        cubic.addSolution(noise, weights);
    }

    /** The first rows are real, the rest the latest model's; accumulate keeps the sums of all earlier batches. */
    private void fitMixed(int real) {
        if (scenario.regime() != Regime.ACCUMULATE) {
            fit.clear();
        }
        PolynomialFit sums = fit;
        for (int i = 0; i < scenario.samples(); i++) {
            double x = random.nextDouble();
            double t = 2 * x - 1;
            double y = i < real ? space.target.at(x) : PolynomialSpace.at(weights, t);
            sums.add(t, y + noise * random.nextGaussian());
        }
        java.util.Arrays.fill(weights, 0);
        sums.addSolution(weights);
    }

    /** The latest model's value at x in [0, 1]. */
    public double at(double x) {
        return PolynomialSpace.at(weights, 2 * x - 1);
    }
}
