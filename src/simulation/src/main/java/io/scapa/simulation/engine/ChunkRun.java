package io.scapa.simulation.engine;

import io.scapa.simulation.Chain;
import io.scapa.simulation.Crossing;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.random.ChainRandom;

/** One unit of work: a few chains run side by side, generation by generation, with what was observed of each. */
final class ChunkRun {
    /** Observed values by observable, by recorded generation, by chain. */
    final double[][][] values;
    /** Index of the generation at which each crossing first happened, by crossing, by chain; -1 for never. */
    final int[][] firstHits;

    private ChunkRun(int observables, int recorded, int crossings, int chains) {
        values = new double[observables][recorded][chains];
        firstHits = new int[crossings][chains];
        for (int[] hits : firstHits) {
            java.util.Arrays.fill(hits, -1);
        }
    }

    /** Runs chains {@code from} to {@code until} of a scenario. */
    static ChunkRun of(Scenario scenario, RecordedGenerations recorded, int[] crossed, int from, int until) {
        int lanes = until - from;
        Chain[] chains = new Chain[lanes];
        for (int lane = 0; lane < lanes; lane++) {
            chains[lane] = scenario.family().chain(scenario, new ChainRandom(scenario.seed(), from + lane));
        }
        ChunkRun run = new ChunkRun(scenario.family().observables().size(), recorded.count(), crossed.length, lanes);
        run.advance(scenario, recorded, crossed, chains);
        return run;
    }

    private void advance(Scenario scenario, RecordedGenerations recorded, int[] crossed, Chain[] chains) {
        double[] observed = new double[values.length];
        for (int generation = 0; generation < scenario.generations(); generation++) {
            int row = recorded.row(generation);
            for (int lane = 0; lane < chains.length; lane++) {
                chains[lane].next(observed);
                if (row >= 0) {
                    for (int i = 0; i < observed.length; i++) {
                        values[i][row][lane] = observed[i];
                    }
                }
                for (int c = 0; c < crossed.length; c++) {
                    if (firstHits[c][lane] < 0 && scenario.crossings().get(c).passed(observed[crossed[c]])) {
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
