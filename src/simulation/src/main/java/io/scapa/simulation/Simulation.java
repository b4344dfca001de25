package io.scapa.simulation;

import io.scapa.simulation.engine.Checkpoint;
import io.scapa.simulation.engine.Engine;
import io.scapa.simulation.engine.SimulationResult;
import java.io.IOException;

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

    /**
     * Runs a scenario from where a checkpoint stands and leaves a checkpoint where it ends; the result is that of a run that
     * was never stopped.
     *
     * @throws IOException where the checkpoint cannot be read or written
     */
    public static SimulationResult resume(
            Scenario scenario, int threads, ProgressListener listener, Checkpoint checkpoint) throws IOException {
        scenario.family().check(scenario);
        return Engine.resume(scenario, threads, listener, checkpoint);
    }
}
