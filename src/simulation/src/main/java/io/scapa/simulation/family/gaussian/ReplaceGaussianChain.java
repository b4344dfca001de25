package io.scapa.simulation.family.gaussian;

import io.scapa.simulation.Chain;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.family.gaussian.GaussianFamily.Sampling;
import io.scapa.simulation.random.ChainRandom;
import io.scapa.simulation.random.Variates;

/** Replace: every data set is M draws from the latest model. The fastest chain, since nothing is remembered but the model. */
final class ReplaceGaussianChain implements Chain {
    private final int samples;
    private final double divisor;
    private final boolean explicit;
    private final ChainRandom random;
    private final double[] sums = new double[2];
    private double mean;
    private double variance = 1;

    ReplaceGaussianChain(GaussianFamily family, Scenario scenario, ChainRandom random) {
        this.samples = scenario.samples();
        this.divisor = family.estimator().divisor(samples);
        this.explicit = family.sampling() == Sampling.EXPLICIT;
        this.random = random;
    }

    @Override
    public void next(double[] observed) {
        double sd = Math.sqrt(variance);
        if (explicit) {
            random.sumGaussians(samples, sums);
            double average = sums[0] / samples;
            mean += sd * average;
            variance *= Math.max(0, sums[1] - sums[0] * average) / divisor;
        } else {
            mean += sd * random.nextGaussian() / Math.sqrt(samples);
            variance *= samples > 1 ? Variates.chiSquare(random, samples - 1) / divisor : 0;
        }
        GaussianFamily.observe(mean, variance, observed);
    }
}
