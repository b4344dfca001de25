package io.scapa.curation.recipe;

/**
 * Between which shares of the tokens a stratum must lie.
 *
 * @param min least share, in [0, 1]
 * @param max greatest share, in [min, 1]
 */
public record ShareRange(double min, double max) {
    public ShareRange {
        if (!(min >= 0 && min <= max && max <= 1)) {
            throw new IllegalArgumentException("a range of shares needs 0 <= min <= max <= 1, got " + min + ", " + max);
        }
    }
}
