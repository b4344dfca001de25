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
    private final double inverse;
    private final double shape;
    private final double scale;
    private final double root;
    private final boolean explicit;
    private final ChainRandom random;
    private final double[] sums = new double[2];
    private double mean;
    private double variance = 1;
    private double sd = 1;

    ReplaceGaussianChain(GaussianFamily family, Scenario scenario, ChainRandom random) {
        this.samples = scenario.samples();
        this.divisor = family.estimator().divisor(samples);
        this.inverse = 2 / divisor;
        this.shape = (samples - 1) / 2.0 - 1 / 3.0;
        this.scale = 1 / Math.sqrt(9 * shape);
        this.root = 1 / Math.sqrt(samples);
        this.explicit = family.sampling() == Sampling.EXPLICIT;
        this.random = random;
    }

    @Override
    public void next(double[] observed) {
        advance();
        GaussianFamily.observe(mean, variance, sd, observed);
    }

    @Override
    public void skip(double[] observed) {
        advance();
        observed[0] = variance;
        observed[1] = mean;
    }

    private void advance() {
        if (explicit) {
            random.sumGaussians(samples, sums);
            double average = sums[0] / samples;
            mean += sd * average;
            variance *= Math.max(0, sums[1] - sums[0] * average) / divisor;
        } else {
            mean += sd * root * random.nextGaussian();
            variance *= samples > 2 ? Variates.gamma(random, shape, scale) * inverse : few();
        }
        sd = Math.sqrt(variance);
    }

    /** Half a chi-square of one degree of freedom, or nothing, over the divisor. */
    private double few() {
        return samples == 2 ? Variates.chiSquare(random, 1) / 2 * inverse : 0;
    }
}
