package io.scapa.simulation;

import io.scapa.simulation.engine.Engine;
import io.scapa.simulation.engine.SimulationResult;

/** Runs scenarios: the module's front door. */
public final class Simulation {
    private Simulation() {}

    /** Runs a scenario on all processors. */
    public static SimulationResult run(Scenario scenario) {
        return run(scenario, ProgressListener.NONE);
    }

    /** Runs a scenario on all processors, telling how far it is. */
    public static SimulationResult run(Scenario scenario, ProgressListener listener) {
        return run(scenario, Runtime.getRuntime().availableProcessors(), listener);
    }

    /**
     * Runs a scenario.
     *
     * @param threads how many to use; the result is the same for any number
     */
    public static SimulationResult run(Scenario scenario, int threads, ProgressListener listener) {
        scenario.family().check(scenario);
        return Engine.run(scenario, threads, listener);
    }
}
