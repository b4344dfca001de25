package io.scapa.provenance;

/**
 * A closed interval around an estimate.
 *
 * @param lower its lower end
 * @param upper its upper end, at least {@code lower}
 */
public record Interval(double lower, double upper) {
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("an interval needs lower <= upper, got [" + lower + ", " + upper + "]");
        }
    }

    /** Whether a value lies in it, ends included. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /** Upper minus lower end. */
    public double width() {
        return upper - lower;
    }
}
