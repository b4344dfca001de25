package io.scapa.simulation.report;

import io.scapa.simulation.engine.Moments;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.theory.TheoryCurve;

/**
 * A closed form beside what was measured, at one generation.
 *
 * @param curve the closed form
 * @param generation the generation number
 * @param theory its value
 * @param measured the statistic over the chains
 * @param standardError of the measured value; NaN for a median
 */
public record TheoryCheck(TheoryCurve curve, int generation, double theory, double measured, double standardError) {
    /** Compares a curve with a run at a recorded row. */
    public static TheoryCheck at(SimulationResult result, TheoryCurve curve, int row) {
        Moments moments = result.tally().moments(result.observable(curve.observable()), row);
        int generation = result.generation(row);
        double theory = curve.at(result.recorded().index(row));
        return switch (curve.statistic()) {
            case MEAN -> new TheoryCheck(curve, generation, theory, moments.mean(), moments.standardError());
            case VARIANCE ->
                new TheoryCheck(curve, generation, theory, moments.variance(), moments.varianceStandardError());
            case MEDIAN ->
                new TheoryCheck(
                        curve, generation, theory, result.quantile(curve.observable(), generation, 0.5), Double.NaN);
        };
    }

    /** Difference in standard errors; NaN where there is no standard error. */
    public double z() {
        return standardError > 0 ? (measured - theory) / standardError : Double.NaN;
    }
}
