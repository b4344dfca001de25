package io.scapa.curation.recipe;

import org.jspecify.annotations.Nullable;

/**
 * How much one source may contribute.
 *
 * @param maxShare greatest share of the dataset's tokens, in [0, 1], or null for no cap
 * @param maxTokens greatest number of tokens, or null for no cap
 * @param epochs how often its documents may be repeated, or null for the recipe's own number
 * @param weight what its tokens are worth next to those of other sources, from 0.01 to 100, or null for 1: quality as the user sees
 *     it, which decides where the mixture leaves a choice
 */
public record SourceCap(
        @Nullable Double maxShare,
        @Nullable Long maxTokens,
        @Nullable Integer epochs,
        @Nullable Double weight) {
    public SourceCap {
        if (maxShare != null && !(maxShare >= 0 && maxShare <= 1)) {
            throw new IllegalArgumentException("a source's maxShare lies in [0, 1], got " + maxShare);
        }
        if (maxTokens != null && maxTokens < 0) {
            throw new IllegalArgumentException("a source's maxTokens is 0 or more, got " + maxTokens);
        }
        if (epochs != null && epochs < 1) {
            throw new IllegalArgumentException("epochs are 1 or more, got " + epochs);
        }
        if (weight != null && !(weight >= 0.01 && weight <= 100)) {
            throw new IllegalArgumentException("a source's weight lies in [0.01, 100], got " + weight);
        }
    }
}
