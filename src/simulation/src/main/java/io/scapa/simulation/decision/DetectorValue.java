package io.scapa.simulation.decision;

import io.scapa.simulation.Crossing;
import io.scapa.simulation.Handling;
import io.scapa.simulation.Handling.Action;
import io.scapa.simulation.Handling.Detector;
import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.Simulation;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.theory.DetectorFilter;
import java.util.List;

/**
 * What a detector is worth, in generations and in fresh rows.
 *
 * @param truePositiveRate share of model output that it flags
 * @param falsePositiveRate share of common real rows that it flags
 * @param tailFalsePositiveRate share of rare real rows that it flags
 * @param refilled whether the budget is refilled after dropping
 * @param alphaEffective share of model output after the filter, by the rate on common rows
 * @param rowsLeft rows that are trained on, by the rate on common rows
 * @param generationsWithout generations until the limit of risk is passed without the detector; the horizon where never
 * @param generationsWith the same with it
 * @param freshRowsWorth real rows per generation that the filter's cleaner mix amounts to: its rho M less the unfiltered's;
 *     NaN where rare rows are flagged at another rate, since no number of common rows makes up for them
 */
public record DetectorValue(
        double truePositiveRate,
        double falsePositiveRate,
        double tailFalsePositiveRate,
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
            Definition definition, double alpha, int rows, Detector detector, double limit, int chains, long seed) {
        if (detector.action() == Action.RESAMPLE) {
            throw new ScenarioException("handling.detector.action", "expected refill or shrink, got resample");
        }
        boolean refilled = detector.action() == Action.REFILL;
        DetectorFilter filter = DetectorFilter.of(alpha, detector.truePositiveRate(), detector.falsePositiveRate());
        int left = refilled ? rows : Math.max(2, (int) Math.round(rows * filter.keptFraction()));
        // Collapse is what it would be without a filter, also where the filter leaves fewer rows.
        Crossing event = definition.crossing(rows);
        boolean alike = detector.tailFalsePositiveRate() == detector.falsePositiveRate();
        Scenario bare = scenario(definition, event, alpha, rows, chains, seed);
        // Where all real rows are flagged alike the filter is another share and size; else rows are flagged one by one.
        Scenario filtered = alike
                ? scenario(definition, event, filter.alphaEffective(), left, chains, seed + 1)
                : bare.withSeed(seed + 1).with(bare.treatment().handling(Handling.NEUTRAL.with(detector)));
        double worth = alike ? (1 - filter.alphaEffective()) * left - (1 - alpha) * rows : Double.NaN;
        return new DetectorValue(
                detector.truePositiveRate(),
                detector.falsePositiveRate(),
                detector.tailFalsePositiveRate(),
                refilled,
                filter.alphaEffective(),
                left,
                generations(bare, limit),
                generations(filtered, limit),
                worth);
    }

    private static Scenario scenario(
            Definition definition, Crossing event, double alpha, int rows, int chains, long seed) {
        MixtureSchedule mixture = MixtureSchedule.constant(alpha, 0, 0, 1 - alpha);
        return Scenario.of("value", definition.family(), Regime.MIXTURE, mixture, rows, HORIZON, chains, seed)
                .watching(List.of(event));
    }

    private static int generations(Scenario scenario, double limit) {
        SimulationResult result = Simulation.run(scenario);
        for (int generation = 1; generation < HORIZON; generation++) {
            if (result.crossedBy(0, generation) > limit * scenario.chains()) {
                return generation;
            }
        }
        return HORIZON;
    }

    /** How far it looks: a detector that is worth this many generations is worth at least as many. */
    public static int horizon() {
        return HORIZON;
    }
}
