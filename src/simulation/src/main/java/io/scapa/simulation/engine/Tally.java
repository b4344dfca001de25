package io.scapa.simulation.engine;

import io.scapa.simulation.Observable;
import io.scapa.simulation.Scenario;
import java.util.List;

/** Everything streamed from the chains so far: moments and quantiles by observable and generation, first hits by crossing. */
public final class Tally {
    private final Moments[][] moments;
    private final QuantileSketch[][] sketches;
    private final long[][] firstHits;
    private long chains;

    Tally(Scenario scenario, RecordedGenerations recorded) {
        List<Observable> observables = scenario.family().observables();
        moments = new Moments[observables.size()][recorded.count()];
        sketches = new QuantileSketch[observables.size()][];
        for (int i = 0; i < moments.length; i++) {
            sketches[i] = new QuantileSketch[observables.get(i).quantiles() ? recorded.count() : 0];
            for (int row = 0; row < recorded.count(); row++) {
                moments[i][row] = new Moments();
                if (row < sketches[i].length) {
                    sketches[i][row] = new QuantileSketch();
                }
            }
        }
        firstHits = new long[scenario.crossings().size()][scenario.generations()];
    }

    /** Adds a chunk; chunks must come in their order. */
    void add(ChunkRun chunk, int lanes) {
        for (int i = 0; i < moments.length; i++) {
            for (int row = 0; row < moments[i].length; row++) {
                double[] values = chunk.values[row];
                int from = i * chunk.width;
                moments[i][row].add(values, from, lanes);
                if (sketches[i].length > 0) {
                    sketches[i][row].add(values, from, lanes);
                }
            }
        }
        for (int c = 0; c < firstHits.length; c++) {
            for (int lane = 0; lane < lanes; lane++) {
                int hit = chunk.firstHits[c][lane];
                if (hit >= 0) {
                    firstHits[c][hit]++;
                }
            }
        }
        chains += lanes;
    }

    /** Chains so far. */
    public long chains() {
        return chains;
    }

    /** Moments of an observable at a recorded row. */
    public Moments moments(int observable, int row) {
        return moments[observable][row];
    }

    /** Quantiles of an observable at a recorded row; null where the observable keeps none. */
    public @org.jspecify.annotations.Nullable QuantileSketch quantiles(int observable, int row) {
        return sketches[observable].length == 0 ? null : sketches[observable][row];
    }

    /** How many chains crossed for the first time at each generation index. */
    public long[] firstHits(int crossing) {
        return firstHits[crossing];
    }

    void write(java.io.DataOutput out) throws java.io.IOException {
        out.writeLong(chains);
        for (int i = 0; i < moments.length; i++) {
            for (Moments each : moments[i]) {
                each.write(out);
            }
            for (QuantileSketch each : sketches[i]) {
                each.write(out);
            }
        }
        for (long[] hits : firstHits) {
            for (long hit : hits) {
                out.writeLong(hit);
            }
        }
    }

    void read(java.io.DataInput in) throws java.io.IOException {
        chains = in.readLong();
        for (int i = 0; i < moments.length; i++) {
            for (Moments each : moments[i]) {
                each.read(in);
            }
            for (QuantileSketch each : sketches[i]) {
                each.read(in);
            }
        }
        for (long[] hits : firstHits) {
            for (int i = 0; i < hits.length; i++) {
                hits[i] = in.readLong();
            }
        }
    }
}
