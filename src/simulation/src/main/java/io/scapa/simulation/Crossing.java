package io.scapa.simulation;

/**
 * An event to watch: an observable passes a threshold for the first time. The probability that it has happened by
 * generation G is a definition of collapse.
 *
 * @param observable name of the observable
 * @param below whether the event is to fall below the threshold, else to rise above it
 * @param threshold in the observable's unit
 */
public record Crossing(String observable, boolean below, double threshold) {
    /** Falling below a threshold. */
    public static Crossing below(String observable, double threshold) {
        return new Crossing(observable, true, threshold);
    }

    /** Rising above a threshold. */
    public static Crossing above(String observable, double threshold) {
        return new Crossing(observable, false, threshold);
    }

    /** Whether a value is past the threshold. */
    public boolean passed(double value) {
        return below ? value < threshold : value > threshold;
    }

    /** Such as {@code variance < 0.5}. */
    public String label() {
        String number = threshold == Math.rint(threshold) && Math.abs(threshold) < 1e9
                ? Long.toString((long) threshold)
                : Double.toString(threshold);
        return observable + (below ? " < " : " > ") + number;
    }
}
