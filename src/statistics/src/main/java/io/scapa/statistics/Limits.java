package io.scapa.statistics;

/**
 * The limits of a confidence interval.
 *
 * @param lower its lower end
 * @param upper its upper end, at least {@code lower}
 */
public record Limits(double lower, double upper) {
    public Limits {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("limits need lower <= upper, got [" + lower + ", " + upper + "]");
        }
    }

    /** Whether a value lies between them, ends included. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
