package io.scapa.simulation.family.gaussian;

import io.scapa.simulation.Chain;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.family.rows.GaussianLearner;
import io.scapa.simulation.family.rows.RowGatherer;

/** The one-dimensional Gaussian on rows that are filtered, weighted, selected or otherwise handled before the fit. */
final class HandledGaussianChain implements Chain {
    private final RowGatherer rows;
    private final double drift;
    private int fitted;

    HandledGaussianChain(RowGatherer rows, Scenario scenario) {
        this.rows = rows;
        this.drift = scenario.treatment().handling().drift();
    }

    @Override
    public void next(double[] observed) {
        GaussianLearner.Fitted model = (GaussianLearner.Fitted) rows.next();
        double variance = model.variance(0);
        // The error is against the truth of the generation that the data came from.
        GaussianFamily.observe(model.mean(0) - drift * fitted, variance, Math.sqrt(variance), observed);
        fitted++;
    }
}
