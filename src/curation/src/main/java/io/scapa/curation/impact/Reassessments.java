package io.scapa.curation.impact;

import io.scapa.provenance.ContentHash;
import io.scapa.provenance.PoolProbabilities;
import org.jspecify.annotations.Nullable;

/** Port: what a newer release says of a content. */
@FunctionalInterface
public interface Reassessments {
    /** The pool probabilities of a content under the newer release, or null where it was not assessed again. */
    @Nullable
    PoolProbabilities of(ContentHash content);
}
