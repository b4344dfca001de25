package io.scapa.simulation.report;

import io.scapa.simulation.engine.SimulationResult;
import java.util.ArrayList;
import java.util.List;

/** The generations that a summary shows: the first, round numbers, the last. */
final class Milestones {
    private Milestones() {}

    /** Recorded generation numbers, rising. */
    static List<Integer> of(SimulationResult result) {
        List<Integer> generations = new ArrayList<>();
        int rows = result.recorded().count();
        int wanted = 1;
        for (int row = 0; row < rows; row++) {
            int generation = result.generation(row);
            if (row == 0 || row == rows - 1 || generation >= wanted) {
                generations.add(generation);
                while (wanted <= generation) {
                    wanted = next(wanted);
                }
            }
        }
        return generations;
    }

    private static int next(int value) {
        int lead = value;
        while (lead >= 10) {
            lead /= 10;
        }
        return lead == 2 ? value / 2 * 5 : value * 2;
    }
}
