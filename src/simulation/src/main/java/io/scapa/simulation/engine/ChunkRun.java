package io.scapa.simulation.engine;

import io.scapa.simulation.Chain;
import io.scapa.simulation.ChainFactory;
import io.scapa.simulation.Crossing;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.random.ChainRandom;

/** One unit of work: a few chains run side by side, generation by generation, with what was observed of each. */
final class ChunkRun {
    /** Observed values by recorded generation; a generation's are flat, observable by observable, {@link #width} chains each. */
    final double[][] values;
    /** Places per observable. */
    final int width;
    /** Index of the generation at which each crossing first happened, by crossing, by chain; -1 for never. */
    final int[][] firstHits;

    /** Where the values of a generation that is not recorded stay for as long as crossings are looked for. */
    private final double[] unrecorded;

    /** Room for a chunk; used for one after the other, since every place of it is written anew. */
    ChunkRun(int observables, int recorded, int crossings, int chains) {
        width = chains;
        values = new double[recorded][observables * chains];
        unrecorded = new double[observables * chains];
        firstHits = new int[crossings][chains];
    }

    /** Runs chains {@code from} to {@code until} of a scenario. */
    void run(
            Scenario scenario, ChainFactory factory, RecordedGenerations recorded, int[] crossed, int from, int until) {
        for (int[] hits : firstHits) {
            java.util.Arrays.fill(hits, -1);
        }
        int lanes = until - from;
        Chain[] chains = new Chain[lanes];
        for (int lane = 0; lane < lanes; lane++) {
            chains[lane] = factory.chain(new ChainRandom(scenario.seed(), from + lane));
        }
        advance(scenario, recorded, crossed, chains);
    }

    private void advance(Scenario scenario, RecordedGenerations recorded, int[] crossed, Chain[] chains) {
        double[] observed = new double[scenario.family().observables().size()];
        for (int generation = 0; generation < scenario.generations(); generation++) {
            int row = recorded.row(generation);
            double[] kept = row < 0 ? unrecorded : values[row];
            for (int lane = 0; lane < chains.length; lane++) {
                if (row < 0) {
                    chains[lane].skip(observed);
                } else {
                    chains[lane].next(observed);
                }
                for (int i = 0, place = lane; i < observed.length; i++, place += width) {
                    kept[place] = observed[i];
                }
            }
            for (int c = 0; c < crossed.length; c++) {
                Crossing crossing = scenario.crossings().get(c);
                watch(kept, crossed[c] * width, chains.length, crossing, generation, firstHits[c]);
            }
        }
    }

    private static void watch(double[] values, int from, int lanes, Crossing crossing, int generation, int[] hits) {
        double threshold = crossing.threshold();
        boolean below = crossing.below();
        for (int lane = 0; lane < lanes; lane++) {
            double value = values[from + lane];
            if ((below ? value < threshold : value > threshold) && hits[lane] < 0) {
                hits[lane] = generation;
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
