package io.scapa.simulation.decision;

import io.scapa.simulation.Crossing;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.Simulation;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.statistics.ClopperPearson;
import io.scapa.statistics.Limits;
import java.util.ArrayList;
import java.util.List;

/**
 * One run, all common definitions of collapse (asked for by Schaeffer et al. 2025, arXiv 2503.03150): which fire, how often
 * and when.
 *
 * @param scenario what was run
 * @param entries by definition
 */
public record CollapseProfile(Scenario scenario, List<Entry> entries) {
    /**
     * What became of one definition.
     *
     * @param definition the event
     * @param probability that it happened by the last generation
     * @param lower of the 95% interval
     * @param upper of the 95% interval
     * @param medianOnset generation by which half of the chains have it; infinite where fewer do
     */
    public record Entry(String definition, double probability, double lower, double upper, double medianOnset) {}

    /** The definitions that fit a Gaussian scenario. */
    public static List<Crossing> gaussian() {
        return List.of(
                Crossing.below("variance", 0.9),
                Crossing.below("variance", 0.5),
                Crossing.below("variance", 0.1),
                Crossing.below("variance", 0.01),
                Crossing.above("variance", 2),
                Crossing.above("mean", 1),
                Crossing.below("mean", -1));
    }

    /** The definitions that fit a scenario of symbols. */
    public static List<Crossing> symbols(int symbols) {
        return List.of(
                Crossing.below("tail_survival", 0.5),
                Crossing.below("tail_survival", 0.1),
                Crossing.below("survivors", symbols / 2.0),
                Crossing.below("survivors", symbols / 10.0),
                Crossing.below("survivors", 1.5),
                Crossing.above("sum_p_squared", 0.5));
    }

    /** Runs a scenario against definitions. */
    public static CollapseProfile of(Scenario scenario, List<Crossing> definitions) {
        Scenario watched = scenario.watching(definitions);
        SimulationResult result = Simulation.run(watched);
        List<Entry> entries = new ArrayList<>();
        int last = result.generation(result.recorded().count() - 1);
        for (int c = 0; c < definitions.size(); c++) {
            long hits = result.crossedBy(c, last);
            Limits limits = ClopperPearson.interval(hits, result.chains(), 0.95);
            entries.add(new Entry(
                    definitions.get(c).label(),
                    hits / (double) result.chains(),
                    limits.lower(),
                    limits.upper(),
                    result.firstCrossingQuantile(c, 0.5)));
        }
        return new CollapseProfile(watched, List.copyOf(entries));
    }
}
