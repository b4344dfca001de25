package io.scapa.simulation;

import io.scapa.simulation.engine.SimulationResult;

/** Runs one scenario of several: on as many threads as it likes, from a kept state where there is one. */
@FunctionalInterface
public interface ScenarioRunner {
    /** Runs a scenario. */
    SimulationResult run(Scenario scenario);

    /** On a number of threads, telling how far each scenario is. */
    static ScenarioRunner on(int threads, ProgressListener listener) {
        return scenario -> Simulation.run(scenario, threads, listener);
    }
}
