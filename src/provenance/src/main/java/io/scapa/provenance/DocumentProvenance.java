package io.scapa.provenance;

import org.jspecify.annotations.Nullable;

/**
 * Where a document comes from, as far as text, declarations, dates, priors and lineage tell.
 *
 * @param origin the most probable origin, {@link Origin#UNDETERMINED} where none is
 * @param generation index of the generation it belongs to, or null where unknown
 * @param pools the probability of each pool
 * @param splitWithoutDate how much of the probability was split between gamma, beta and eta by a prior because the document
 *     has no date, in [0, 1]
 */
public record DocumentProvenance(
        Origin origin, @Nullable Integer generation, PoolProbabilities pools, double splitWithoutDate) {
    public DocumentProvenance {
        if (!(splitWithoutDate >= 0 && splitWithoutDate <= 1 + 1e-9)) {
            throw new IllegalArgumentException("a split share lies in [0, 1], got " + splitWithoutDate);
        }
    }
}
