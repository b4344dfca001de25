package io.scapa.simulation.preset;

import io.scapa.simulation.Scenario;
import io.scapa.simulation.engine.SimulationResult;
import java.util.List;
import java.util.Map;

/**
 * A published experiment that can be run here.
 *
 * @param name what {@code simulate} takes
 * @param title one line
 * @param source where it was published
 * @param published what was claimed there
 * @param standsFor what it stands in for where the original is larger; empty where it is the experiment itself
 * @param scenarios what is run, in order
 * @param pictures pictures beside the usual charts
 * @param reading what was measured, in words, from the results in the order of the scenarios
 */
public record Preset(
        String name,
        String title,
        String source,
        String published,
        String standsFor,
        List<Scenario> scenarios,
        Pictures pictures,
        Reading reading) {
    public Preset {
        scenarios = List.copyOf(scenarios);
    }

    /** Draws pictures of a preset's own. */
    @FunctionalInterface
    public interface Pictures {
        /** None. */
        Pictures NONE = Map::of;

        /** SVG by name, in the order to look at them. */
        Map<String, String> draw();
    }

    /** Puts what was measured beside what was claimed. */
    @FunctionalInterface
    public interface Reading {
        /** One or two sentences. */
        String read(List<SimulationResult> results);
    }
}
