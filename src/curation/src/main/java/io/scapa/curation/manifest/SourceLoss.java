package io.scapa.curation.manifest;

/**
 * What dedup and filters took from a source.
 *
 * @param source its name
 * @param documents how many candidates it gave
 * @param lost how many of them were put out
 * @param alarm whether that is more than the recipe's alarm allows
 */
public record SourceLoss(String source, long documents, long lost, boolean alarm) {
    /** The share that was lost. */
    public double share() {
        return documents == 0 ? 0 : (double) lost / documents;
    }
}
