package io.scapa.detection.training;

import java.util.Set;

/**
 * What one linear model is trained on: all human texts against some kinds of synthetic ones.
 *
 * @param name for the card
 * @param positives which synthetic texts. Those of {@link PositiveKind#BASE} teach to know base models, and that human-looking
 *     text is synthetic
 * @param cap at most so many synthetic texts of one source, model, domain and attack
 * @param cellExponent p: each such cell's texts are weighted by its size to the power -p, 0 for none
 * @param fit how the weights are found
 * @param reads which blocks of a combined feature family it learns from, one bit each; -1 for all
 */
public record HeadOptions(
        String name, Set<PositiveKind> positives, int cap, double cellExponent, FitOptions fit, int reads) {
    /** One that reads all features of its family, fitted by L-BFGS. */
    public HeadOptions(
            String name, Set<PositiveKind> positives, int cap, double cellExponent, double cost, int iterations) {
        this(name, positives, cap, cellExponent, new FitOptions.Batch(cost, iterations), -1);
    }

    public HeadOptions {
        positives = Set.copyOf(positives);
        if (positives.isEmpty() || cap < 1 || !(cellExponent >= 0) || reads == 0) {
            throw new IllegalArgumentException(
                    "a head needs positives, cap >= 1, exponent >= 0 and a block to read, got " + positives + ", " + cap
                            + ", " + cellExponent + ", " + reads);
        }
    }

    /** Whether it learns from a document. */
    boolean wants(LabelledDocument document) {
        return !document.synthetic() || positives.contains(PositiveKind.of(document));
    }
}
