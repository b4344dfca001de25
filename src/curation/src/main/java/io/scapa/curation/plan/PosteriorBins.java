package io.scapa.curation.plan;

import java.util.List;

/**
 * Bins of P(alpha). They let the plan prefer the cleaner documents of a pool without a hard threshold: every bin carries
 * the mean composition of its own documents.
 */
public final class PosteriorBins {
    private static final double[] UPPER = {0.01, 0.05, 0.2, 0.5, 0.8, 0.95};

    private PosteriorBins() {}

    /** The bin of a probability: the first whose upper edge is at least it. */
    public static int of(double probability) {
        int bin = 0;
        while (bin < UPPER.length && probability > UPPER[bin]) {
            bin++;
        }
        return bin;
    }

    /** How many bins there are. */
    public static int count() {
        return UPPER.length + 1;
    }

    /** Lower and upper edge of each bin, for manifests. */
    public static List<double[]> edges() {
        List<double[]> edges = new java.util.ArrayList<>();
        for (int i = 0; i <= UPPER.length; i++) {
            edges.add(new double[] {i == 0 ? 0 : UPPER[i - 1], i == UPPER.length ? 1 : UPPER[i]});
        }
        return List.copyOf(edges);
    }
}
