package io.scapa.detection.watermark;

import org.hipparchus.special.Gamma;

/** The hypergeometric law: marked balls among balls drawn without replacement. */
final class Hypergeometric {
    private Hypergeometric() {}

    /**
     * P(at least {@code k} marked among {@code drawn}), summed exactly from the tail's first term by ratios.
     *
     * @param population all balls
     * @param marked marked balls among them
     */
    static double upperTail(int k, int population, int marked, int drawn) {
        int least = Math.max(0, drawn - (population - marked));
        int most = Math.min(drawn, marked);
        if (k <= least) {
            return 1;
        }
        double term = k > most ? 0 : Math.exp(logProbability(k, population, marked, drawn));
        double sum = 0;
        for (int i = k; i <= most && term > sum * 1e-18; i++) {
            sum += term;
            term *= (double) (marked - i) * (drawn - i) / ((i + 1.0) * (population - marked - drawn + i + 1.0));
        }
        return Math.min(1, sum);
    }

    static double logProbability(int k, int population, int marked, int drawn) {
        return logChoose(marked, k) + logChoose(population - marked, drawn - k) - logChoose(population, drawn);
    }

    private static double logChoose(int n, int k) {
        return Gamma.logGamma(n + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(n - k + 1.0);
    }
}
