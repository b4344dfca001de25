package io.scapa.simulation.theory;

/**
 * What is left of a mixture after a detector has dropped what it flags.
 *
 * @param alphaEffective share of model output among what is kept
 * @param keptFraction share of the rows that is kept
 */
public record DetectorFilter(double alphaEffective, double keptFraction) {
    /**
     * @param alpha share of model output before the filter
     * @param truePositiveRate share of model output that is flagged
     * @param falsePositiveRate share of real rows that is flagged
     */
    public static DetectorFilter of(double alpha, double truePositiveRate, double falsePositiveRate) {
        double synthetic = alpha * (1 - truePositiveRate);
        double kept = synthetic + (1 - alpha) * (1 - falsePositiveRate);
        return new DetectorFilter(kept == 0 ? 0 : synthetic / kept, kept);
    }
}
