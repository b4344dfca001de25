package io.scapa.simulation.engine;

import io.scapa.simulation.Observable;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import java.util.List;

/**
 * What a run found.
 *
 * @param scenario what was run
 * @param recorded which generations were recorded
 * @param tally what was streamed
 */
public record SimulationResult(Scenario scenario, RecordedGenerations recorded, Tally tally) {
    /** Chains that were run: fewer than the scenario's where the run was stopped. */
    public long chains() {
        return tally.chains();
    }

    /** The generation number of a recorded row. */
    public int generation(int row) {
        return recorded.index(row) + scenario.family().firstGeneration();
    }

    /** The row of a generation number. */
    public int row(int generation) {
        int index = generation - scenario.family().firstGeneration();
        int row = index < 0 || index >= scenario.generations() ? -1 : recorded.row(index);
        if (row < 0) {
            throw new ScenarioException("generation", "expected a recorded generation, got " + generation);
        }
        return row;
    }

    /** The index of an observable by its name. */
    public int observable(String name) {
        List<Observable> observables = scenario.family().observables();
        for (int i = 0; i < observables.size(); i++) {
            if (observables.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new ScenarioException("observable", scenario.family().name() + " does not observe '" + name + "'");
    }

    /** Moments of an observable at a generation. */
    public Moments moments(String observable, int generation) {
        return tally.moments(observable(observable), row(generation));
    }

    /** A quantile of an observable at a generation; NaN where the observable keeps none. */
    public double quantile(String observable, int generation, double share) {
        int index = observable(observable);
        int row = row(generation);
        QuantileSketch sketch = tally.quantiles(index, row);
        if (sketch == null || sketch.total() == 0) {
            return Double.NaN;
        }
        Moments moments = tally.moments(index, row);
        return Math.max(moments.least(), Math.min(moments.most(), sketch.quantile(share)));
    }

    /** How many chains had crossed by a generation (inclusive). */
    public long crossedBy(int crossing, int generation) {
        long[] hits = tally.firstHits(crossing);
        long sum = 0;
        int last = Math.min(hits.length - 1, generation - scenario.family().firstGeneration());
        for (int i = 0; i <= last; i++) {
            sum += hits[i];
        }
        return sum;
    }

    /**
     * A quantile of the first generation at which a crossing happens, interpolated between order statistics as numpy does;
     * positive infinity where too few chains have crossed by the end of the run.
     */
    public double firstCrossingQuantile(int crossing, double share) {
        double position = share * (chains() - 1);
        double low = firstCrossing(crossing, (long) Math.floor(position));
        double high = firstCrossing(crossing, (long) Math.ceil(position));
        return low == high ? low : low + (position - Math.floor(position)) * (high - low);
    }

    private double firstCrossing(int crossing, long order) {
        long before = 0;
        long[] hits = tally.firstHits(crossing);
        for (int i = 0; i < hits.length; i++) {
            before += hits[i];
            if (before > order) {
                return i + scenario.family().firstGeneration();
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
