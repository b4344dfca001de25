package io.scapa.simulation.family.regression;

import io.scapa.simulation.Scenario;
import io.scapa.simulation.random.ChainRandom;
import io.scapa.simulation.theory.TheoryCurve;
import java.util.List;

/**
 * Every refit adds an independent error: MSE(n) = MSE(1) + (n - 1) noise^2 E tr(C (F'F)^-1). The expectation over random
 * designs has no closed form; it and MSE(1) are averaged over many designs under a fixed seed, independent of the scenario's.
 */
final class PolynomialTheory {
    private static final int DESIGNS = 5000;
    private static final long SEED = 20240611;

    private PolynomialTheory() {}

    static List<TheoryCurve> of(PolynomialFamily family, Scenario scenario) {
        PolynomialSpace space = PolynomialSpace.of(family.target(), family.degree());
        double[] expected = expected(space, family, scenario.samples());
        double[] values = new double[scenario.generations()];
        for (int i = 0; i < values.length; i++) {
            values[i] = expected[0] + i * expected[1];
        }
        return List.of(new TheoryCurve(
                "mse",
                TheoryCurve.Statistic.MEAN,
                values,
                "MSE(1) + (n-1) noise^2 E tr(C (F'F)^-1)",
                "independent refit errors; the trace by " + DESIGNS + " designs",
                false));
    }

    /** Expected error of the first fit, and what each further fit adds. */
    private static double[] expected(PolynomialSpace space, PolynomialFamily family, int points) {
        ChainRandom random = new ChainRandom(SEED, 0);
        PolynomialFit first = new PolynomialFit(space.size);
        PolynomialFit noise = new PolynomialFit(space.size);
        double firstSum = 0;
        double stepSum = 0;
        double[] weights = new double[space.size];
        double[] shift = new double[space.size];
        for (int design = 0; design < DESIGNS; design++) {
            first.clear();
            noise.clear();
            for (int i = 0; i < points; i++) {
                double x = random.nextDouble();
                double e = family.noise() * random.nextGaussian();
                first.add(2 * x - 1, space.target.at(x) + e);
                noise.add(2 * x - 1, e);
            }
            java.util.Arrays.fill(weights, 0);
            first.addSolution(weights);
            firstSum += space.error(weights);
            System.arraycopy(space.best, 0, shift, 0, shift.length);
            noise.addSolution(shift);
            stepSum += space.error(shift) - space.floor;
        }
        return new double[] {firstSum / DESIGNS, stepSum / DESIGNS};
    }
}
