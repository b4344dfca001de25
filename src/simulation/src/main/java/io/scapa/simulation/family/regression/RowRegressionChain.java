package io.scapa.simulation.family.regression;

import io.scapa.provenance.Mixture;
import io.scapa.simulation.BetaMeaning;
import io.scapa.simulation.Chain;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.family.rows.RowGatherer;
import io.scapa.simulation.random.ChainRandom;

/** A regression on rows that are kept: any regime, any reading of beta, any handling. */
final class RowRegressionChain implements Chain {
    private final RowGatherer rows;
    private final double drift;
    private int fitted;

    RowRegressionChain(RegressionTask task, Scenario scenario, ChainRandom random) {
        rows = new RowGatherer(new RegressionLearner(task), scenario, random);
        drift = scenario.treatment().handling().drift();
    }

    /** Whether a scenario comes down to sums, so that no row need be kept. */
    static boolean sumsSuffice(Scenario scenario) {
        boolean beta = scenario.regime() == Regime.MIXTURE
                && (scenario.mixture().ever(Mixture::beta)
                        || scenario.treatment().beta() != BetaMeaning.PREVIOUS_MIXTURE);
        return scenario.treatment().handling().neutral()
                && scenario.treatment().pool() == 0
                && scenario.regime() != Regime.ACCUMULATE_SUBSAMPLE
                && !beta;
    }

    @Override
    public void next(double[] observed) {
        // The error is against the truth of the generation that the data came from.
        observed[0] = ((RegressionLearner.Fitted) rows.next()).error(drift * fitted++);
    }
}
