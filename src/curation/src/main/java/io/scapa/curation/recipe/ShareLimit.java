package io.scapa.curation.recipe;

import org.jspecify.annotations.Nullable;

/**
 * An upper limit on a share of the tokens.
 *
 * @param share the limit, in [0, 1]
 * @param confidence the probability with which the true share must lie below it, in (0.5, 1); null bounds the expected share
 */
public record ShareLimit(double share, @Nullable Double confidence) {
    public ShareLimit {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share limit lies in [0, 1], got " + share);
        }
        if (confidence != null && !(confidence > 0.5 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence lies in (0.5, 1), got " + confidence);
        }
    }
}
