package io.scapa.simulation.family.regression;

import io.scapa.simulation.Chain;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.family.Shares;
import io.scapa.simulation.random.ChainRandom;

/** Least squares along generations; accumulate keeps the sums of all batches, the others start anew. */
final class LinearRegressionChain implements Chain {
    private final Scenario scenario;
    private final ChainRandom random;
    private final NormalEquations sums;
    private final double noiseSd;
    private final double[] weights;
    private final double[] features;
    private final int[] counts = new int[4];
    private int fitted;

    LinearRegressionChain(LinearRegressionFamily family, Scenario scenario, ChainRandom random) {
        this.scenario = scenario;
        this.random = random;
        sums = new NormalEquations(family.features());
        noiseSd = Math.sqrt(family.noise());
        weights = new double[family.features()];
        features = new double[family.features()];
    }

    @Override
    public void next(double[] observed) {
        if (scenario.regime() != Regime.ACCUMULATE) {
            sums.clear();
        }
        int synthetic = syntheticRows();
        for (int row = 0; row < scenario.samples(); row++) {
            double label = noiseSd * random.nextGaussian();
            for (int j = 0; j < features.length; j++) {
                features[j] = random.nextGaussian();
                if (row < synthetic) {
                    label += weights[j] * features[j];
                }
            }
            sums.add(features, label);
        }
        sums.solve(weights);
        fitted++;
        double risk = 0;
        for (double weight : weights) {
            risk += weight * weight;
        }
        observed[0] = risk;
    }

    private int syntheticRows() {
        if (fitted == 0) {
            return 0;
        }
        if (scenario.regime() != Regime.MIXTURE) {
            return scenario.samples();
        }
        Shares.divide(
                scenario.mixture().at(fitted, random), scenario.treatment().draw(), scenario.samples(), random, counts);
        return counts[Shares.ALPHA];
    }
}
