package io.scapa.simulation.theory;

/**
 * A closed form along the generations of a scenario.
 *
 * @param observable the observable that it is about
 * @param statistic what over the chains
 * @param values one value per generation, the first generation first; NaN where it does not hold
 * @param formula how a report writes it
 * @param source where it comes from
 * @param exact whether it is exact; approximations are drawn, but take no part in the self-test
 */
public record TheoryCurve(
        String observable, Statistic statistic, double[] values, String formula, String source, boolean exact) {
    /** What is taken over the chains. */
    public enum Statistic {
        /** The expectation. */
        MEAN,
        /** The variance over chains. */
        VARIANCE,
        /** The median over chains. */
        MEDIAN
    }

    /** The value at an index of the run's generations. */
    public double at(int index) {
        return values[index];
    }

    /** An exact expectation. */
    public static TheoryCurve mean(String observable, double[] values, String formula, String source) {
        return new TheoryCurve(observable, Statistic.MEAN, values, formula, source, true);
    }
}
