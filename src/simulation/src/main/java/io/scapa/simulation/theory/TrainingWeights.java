package io.scapa.simulation.theory;

/** Weighted training on fresh real and synthetic data (He et al. 2025, arXiv 2502.18049). */
public final class TrainingWeights {
    private TrainingWeights() {}

    /**
     * The weight on real data that minimises the stationary error of a mean: {@code (sqrt(k^2 + 4k) - k) / 2}, the golden
     * ratio's 0.618 where real and synthetic rows are as many.
     *
     * @param realOverSynthetic k, real rows per synthetic row, above 0
     */
    public static double optimalRealWeight(double realOverSynthetic) {
        double k = realOverSynthetic;
        return (Math.sqrt(k * k + 4 * k) - k) / 2;
    }

    /** The stationary variance of the mean at weight w on {@code real} rows and 1 - w on {@code synthetic} rows, sigma = 1. */
    public static double stationaryVariance(double weight, double real, double synthetic) {
        double rest = 1 - weight;
        return (weight * weight / real + rest * rest / synthetic) / (1 - rest * rest);
    }
}
