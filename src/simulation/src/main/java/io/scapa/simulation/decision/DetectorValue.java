package io.scapa.simulation.decision;

import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.Simulation;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.theory.DetectorFilter;

/**
 * What a detector is worth, in generations and in fresh rows.
 *
 * @param truePositiveRate share of model output that it flags
 * @param falsePositiveRate share of real rows that it flags
 * @param refilled whether the budget is refilled after dropping
 * @param alphaEffective share of model output after the filter
 * @param rowsLeft rows that are trained on
 * @param generationsWithout generations until the limit of risk is passed without the detector; the horizon where never
 * @param generationsWith the same with it
 * @param freshRowsWorth real rows per generation that the filter's cleaner mix amounts to: its rho M less the unfiltered
 */
public record DetectorValue(
        double truePositiveRate,
        double falsePositiveRate,
        boolean refilled,
        double alphaEffective,
        int rowsLeft,
        int generationsWithout,
        int generationsWith,
        double freshRowsWorth) {
    private static final int HORIZON = 200;

    /**
     * Simulates a mixture with and without a detector.
     *
     * @param limit the risk that is accepted
     */
    public static DetectorValue of(
            Definition definition,
            double alpha,
            int rows,
            double truePositiveRate,
            double falsePositiveRate,
            boolean refilled,
            double limit,
            int chains,
            long seed) {
        DetectorFilter filter = DetectorFilter.of(alpha, truePositiveRate, falsePositiveRate);
        int left = refilled ? rows : Math.max(2, (int) Math.round(rows * filter.keptFraction()));
        int without = generations(definition, alpha, rows, limit, chains, seed);
        int with = generations(definition, filter.alphaEffective(), left, limit, chains, seed + 1);
        double worth = (1 - filter.alphaEffective()) * left - (1 - alpha) * rows;
        return new DetectorValue(
                truePositiveRate, falsePositiveRate, refilled, filter.alphaEffective(), left, without, with, worth);
    }

    private static int generations(Definition definition, double alpha, int rows, double limit, int chains, long seed) {
        Scenario scenario = Scenario.of(
                        "value",
                        definition.family(),
                        Regime.MIXTURE,
                        MixtureSchedule.constant(alpha, 0, 0, 1 - alpha),
                        rows,
                        HORIZON,
                        chains,
                        seed)
                .watching(java.util.List.of(definition.crossing()));
        SimulationResult result = Simulation.run(scenario);
        for (int generation = 1; generation < HORIZON; generation++) {
            if (result.crossedBy(0, generation) > limit * chains) {
                return generation;
            }
        }
        return HORIZON;
    }
}
