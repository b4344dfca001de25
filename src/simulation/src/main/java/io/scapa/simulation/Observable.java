package io.scapa.simulation;

/**
 * One number that is observed of every chain at every generation.
 *
 * @param name its name in reports, such as {@code variance}
 * @param label what a chart's axis calls it
 * @param unit its unit, or an empty string for a pure number
 * @param quantiles whether its quantiles are streamed beside its moments
 */
public record Observable(String name, String label, String unit, boolean quantiles) {
    /** An observable with quantiles. */
    public static Observable of(String name, String label, String unit) {
        return new Observable(name, label, unit, true);
    }

    /** An observable of which only moments are kept. */
    public static Observable moments(String name, String label, String unit) {
        return new Observable(name, label, unit, false);
    }
}
