package io.scapa.curation.manifest;

import io.scapa.provenance.Interval;
import io.scapa.provenance.Pool;

/**
 * The realised share of one pool next to what was asked for.
 *
 * @param pool which
 * @param target the share asked for
 * @param tolerance how far off was allowed
 * @param share the expected share of the tokens, from the pool probabilities of the documents
 * @param interval 95% interval of the true share, see {@link Realised}
 * @param tokens expected tokens, {@code share} times the dataset's tokens
 * @param documents lines whose most probable pool it is
 */
public record PoolShare(
        Pool pool, double target, double tolerance, double share, Interval interval, double tokens, long documents) {
    /** Whether the expected share lies within the tolerance. */
    public boolean withinTolerance() {
        return Math.abs(share - target) <= tolerance + 1e-9;
    }
}
