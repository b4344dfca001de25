package io.scapa.simulation.family.gaussian;

import io.scapa.simulation.Chain;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.random.ChainRandom;

/** Accumulate: model n is fitted on the real batch and all n - 1 synthetic ones. */
final class AccumulatingGaussianChain implements Chain {
    private final GaussianFamily family;
    private final int samples;
    private final SampleSums all;
    private double mean;
    private double variance = 1;

    AccumulatingGaussianChain(GaussianFamily family, Scenario scenario, ChainRandom random) {
        this.family = family;
        this.samples = scenario.samples();
        this.all = new SampleSums(family.sampling(), random);
    }

    @Override
    public void next(double[] observed) {
        all.draw(samples, mean, Math.sqrt(variance));
        mean = all.mean();
        variance = all.squares() / family.estimator().divisor(all.rows());
        GaussianFamily.observe(mean, variance, Math.sqrt(variance), observed);
    }
}
