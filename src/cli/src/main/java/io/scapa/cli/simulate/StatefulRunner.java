package io.scapa.cli.simulate;

import io.scapa.simulation.ProgressListener;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioRunner;
import io.scapa.simulation.Simulation;
import io.scapa.simulation.engine.Checkpoint;
import io.scapa.simulation.engine.SimulationResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Runs scenarios on all processors, each from where its state stands.
 *
 * @param state the states are kept beside this name; null for none
 * @param listener hears how far each scenario is
 */
record StatefulRunner(@Nullable Path state, ProgressListener listener) implements ScenarioRunner {
    @Override
    public SimulationResult run(Scenario scenario) {
        int threads = Runtime.getRuntime().availableProcessors();
        if (state == null) {
            return Simulation.run(scenario, threads, listener);
        }
        Path own =
                state.resolveSibling(state.getFileName() + "." + scenario.name().replaceAll("[^A-Za-z0-9.]+", "-"));
        try {
            return Simulation.resume(scenario, threads, listener, new Checkpoint(own));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
