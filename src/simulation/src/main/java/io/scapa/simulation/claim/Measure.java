package io.scapa.simulation.claim;

import io.scapa.simulation.Scenario;
import io.scapa.simulation.Simulation;
import io.scapa.simulation.chart.Numbers;
import io.scapa.simulation.engine.Moments;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.preset.Preset;
import io.scapa.simulation.preset.Presets;
import io.scapa.statistics.ClopperPearson;
import io.scapa.statistics.Limits;

/** Figures with their intervals, in words. */
final class Measure {
    private Measure() {}

    /** Runs one scenario of a preset, by its place. */
    static SimulationResult run(String preset, int which) {
        Preset named = Presets.named(preset);
        return Simulation.run(named.scenarios().get(which));
    }

    static SimulationResult run(Scenario scenario) {
        return Simulation.run(scenario);
    }

    static int last(SimulationResult result) {
        return result.generation(result.recorded().count() - 1);
    }

    static Moments moments(SimulationResult result, String observable) {
        return result.moments(observable, last(result));
    }

    static double median(SimulationResult result, String observable) {
        return result.quantile(observable, last(result), 0.5);
    }

    /** A mean with two standard errors. */
    static String mean(Moments moments) {
        return number(moments.mean()) + " +- " + number(2 * moments.standardError());
    }

    static Limits share(long hits, long chains) {
        return ClopperPearson.interval(hits, chains, 0.95);
    }

    static String share(String words, long hits, long chains) {
        Limits limits = share(hits, chains);
        return words + " " + Numbers.percent(hits / (double) chains, 3) + " [" + Numbers.percent(limits.lower(), 3)
                + ", " + Numbers.percent(limits.upper(), 3) + "] of chains";
    }

    static String number(double value) {
        return Numbers.significant(value, 4);
    }

    /** Whether a measured mean is within four standard errors of a theory. */
    static boolean agrees(Moments moments, double theory) {
        return Math.abs(moments.mean() - theory) <= 4 * moments.standardError();
    }
}
