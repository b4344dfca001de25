package io.scapa.curation.recipe;

/**
 * What share of the tokens one pool should hold, and how far it may lie off.
 *
 * @param share in [0, 1]
 * @param tolerance absolute, in [0, 1]: 0.02 allows two points each way
 */
public record Target(double share, double tolerance) {
    public Target {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a target share lies in [0, 1], got " + share);
        }
        if (!(tolerance >= 0 && tolerance <= 1)) {
            throw new IllegalArgumentException("a tolerance lies in [0, 1], got " + tolerance);
        }
    }

    /** The least share that is accepted. */
    public double lower() {
        return Math.max(0, share - tolerance);
    }

    /** The greatest share that is accepted. */
    public double upper() {
        return Math.min(1, share + tolerance);
    }
}
