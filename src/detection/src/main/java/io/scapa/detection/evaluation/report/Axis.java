package io.scapa.detection.evaluation.report;

import java.util.List;

/**
 * Maps numbers to coordinates, linearly or by logarithm, with its ticks.
 *
 * @param label what is drawn along it
 * @param from the number at its start
 * @param to the number at its end
 * @param logarithmic whether by logarithm
 * @param ticks where it has a line and a number, each with its words
 */
record Axis(String label, double from, double to, boolean logarithmic, List<Tick> ticks) {
    /** A place on an axis. */
    record Tick(double at, String words) {}

    Axis {
        ticks = List.copyOf(ticks);
    }

    /** A linear axis. */
    static Axis linear(String label, double from, double to, List<Tick> ticks) {
        return new Axis(label, from, to, false, ticks);
    }

    /** Shares from 0 to 1 by steps of a fifth. */
    static Axis shares(String label) {
        return linear(
                label,
                0,
                1,
                List.of(
                        new Tick(0, "0"),
                        new Tick(0.2, "0.2"),
                        new Tick(0.4, "0.4"),
                        new Tick(0.6, "0.6"),
                        new Tick(0.8, "0.8"),
                        new Tick(1, "1")));
    }

    /** How far along the axis a number is, held in [0, 1]. */
    double share(double value) {
        double share = logarithmic
                ? Math.log(Math.max(value, Double.MIN_NORMAL) / from) / Math.log(to / from)
                : (value - from) / (to - from);
        return Math.clamp(share, 0, 1);
    }
}
