package io.scapa.curation.impact;

import org.jspecify.annotations.Nullable;

/**
 * What a newer release means for one dataset.
 *
 * @param dataset its name and version
 * @param limit the limit on alpha that it was made under, or null where it has none
 * @param alphaThen alpha's expected share when it was made
 * @param alphaNow alpha's expected share under the newer release
 * @param boundNow upper limit at the recipe's confidence under the newer release, by the detector alone; the expected share where
 *     the recipe asks for none
 * @param reassessed share of its tokens that the newer release assessed; the rest keeps its old probabilities
 * @param breaks whether the bound exceeds the limit now
 */
public record Impact(
        String dataset,
        @Nullable Double limit,
        double alphaThen,
        double alphaNow,
        double boundNow,
        double reassessed,
        boolean breaks) {}
