package io.scapa.simulation.engine;

import io.scapa.simulation.Chain;
import io.scapa.simulation.ChainFactory;
import io.scapa.simulation.Crossing;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.random.ChainRandom;

/** One unit of work: a few chains run side by side, generation by generation, with what was observed of each. */
final class ChunkRun {
    private static final double[][] NOTHING = {};

    /** Observed values by recorded generation, by observable, by chain. */
    final double[][][] values;
    /** Index of the generation at which each crossing first happened, by crossing, by chain; -1 for never. */
    final int[][] firstHits;

    private ChunkRun(int observables, int recorded, int crossings, int chains) {
        values = new double[recorded][observables][chains];
        firstHits = new int[crossings][chains];
        for (int[] hits : firstHits) {
            java.util.Arrays.fill(hits, -1);
        }
    }

    /** Runs chains {@code from} to {@code until} of a scenario. */
    static ChunkRun of(
            Scenario scenario, ChainFactory factory, RecordedGenerations recorded, int[] crossed, int from, int until) {
        int lanes = until - from;
        Chain[] chains = new Chain[lanes];
        for (int lane = 0; lane < lanes; lane++) {
            chains[lane] = factory.chain(new ChainRandom(scenario.seed(), from + lane));
        }
        ChunkRun run = new ChunkRun(scenario.family().observables().size(), recorded.count(), crossed.length, lanes);
        run.advance(scenario, recorded, crossed, chains);
        return run;
    }

    private void advance(Scenario scenario, RecordedGenerations recorded, int[] crossed, Chain[] chains) {
        double[] observed = new double[scenario.family().observables().size()];
        double[] thresholds = new double[crossed.length];
        boolean[] below = new boolean[crossed.length];
        for (int c = 0; c < crossed.length; c++) {
            thresholds[c] = scenario.crossings().get(c).threshold();
            below[c] = scenario.crossings().get(c).below();
        }
        for (int generation = 0; generation < scenario.generations(); generation++) {
            int row = recorded.row(generation);
            double[][] kept = row < 0 ? NOTHING : values[row];
            for (int lane = 0; lane < chains.length; lane++) {
                if (row < 0) {
                    chains[lane].skip(observed);
                } else {
                    chains[lane].next(observed);
                    for (int i = 0; i < kept.length; i++) {
                        kept[i][lane] = observed[i];
                    }
                }
                for (int c = 0; c < crossed.length; c++) {
                    double value = observed[crossed[c]];
                    if ((below[c] ? value < thresholds[c] : value > thresholds[c]) && firstHits[c][lane] < 0) {
                        firstHits[c][lane] = generation;
                    }
                }
            }
        }
    }

    /** Which observable each crossing of a scenario watches. */
    static int[] crossedObservables(Scenario scenario) {
        int[] crossed = new int[scenario.crossings().size()];
        for (int c = 0; c < crossed.length; c++) {
            Crossing crossing = scenario.crossings().get(c);
            for (int i = 0; i < scenario.family().observables().size(); i++) {
                if (scenario.family().observables().get(i).name().equals(crossing.observable())) {
                    crossed[c] = i;
                }
            }
        }
        return crossed;
    }
}
