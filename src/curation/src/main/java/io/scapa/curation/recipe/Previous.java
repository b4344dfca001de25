package io.scapa.curation.recipe;

/**
 * The dataset of the generation before, from which beta's own synthetic share is known.
 *
 * @param manifestSha256 SHA-256 of its {@code manifest.json}
 * @param syntheticShare its share of model output by tokens, its own and what it had inherited, in [0, 1]
 */
public record Previous(String manifestSha256, double syntheticShare) {
    public Previous {
        if (!manifestSha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "a SHA-256 is 64 lower-case hexadecimal digits, got '" + manifestSha256 + "'");
        }
        if (!(syntheticShare >= 0 && syntheticShare <= 1)) {
            throw new IllegalArgumentException("a share lies in [0, 1], got " + syntheticShare);
        }
    }
}
