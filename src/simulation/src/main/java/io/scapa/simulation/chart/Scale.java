package io.scapa.simulation.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Maps numbers to coordinates, linearly or by logarithm, and finds round ticks.
 *
 * @param from the number at {@code start}
 * @param to the number at {@code end}
 * @param start coordinate
 * @param end coordinate
 * @param logarithmic whether by logarithm
 */
record Scale(double from, double to, double start, double end, boolean logarithmic) {
    static Scale linear(double from, double to, double start, double end) {
        double width = to > from ? to - from : Math.max(1e-9, Math.abs(from)) * 0.1;
        return new Scale(from, from + width, start, end, false);
    }

    static Scale logarithmic(double from, double to, double start, double end) {
        return new Scale(from, to > from ? to : from * 10, start, end, true);
    }

    double at(double value) {
        double share = logarithmic
                ? (Math.log(value) - Math.log(from)) / (Math.log(to) - Math.log(from))
                : (value - from) / (to - from);
        return start + share * (end - start);
    }

    /** The coordinate, held inside the frame. */
    double held(double value) {
        return at(Math.max(Math.min(from, to), Math.min(Math.max(from, to), value)));
    }

    /** Round numbers inside the range. */
    List<Double> ticks(int about) {
        return logarithmic ? decades() : linearTicks(about);
    }

    private List<Double> linearTicks(int about) {
        double step = roundStep((to - from) / about);
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(from / step - 1e-9); i * step <= to + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private static double roundStep(double wanted) {
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        double lead = wanted / power;
        return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
    }

    private List<Double> decades() {
        int low = (int) Math.ceil(Math.log10(from) - 1e-9);
        int high = (int) Math.floor(Math.log10(to) + 1e-9);
        List<Double> ticks = new ArrayList<>();
        if (high - low >= 2) {
            int stride = Math.max(1, (high - low) / 6);
            for (int e = low; e <= high; e += stride) {
                ticks.add(Math.pow(10, e));
            }
            return ticks;
        }
        for (int e = low - 1; e <= high; e++) {
            for (int lead : new int[] {1, 2, 5}) {
                double value = lead * Math.pow(10, e);
                if (value >= from * (1 - 1e-9) && value <= to * (1 + 1e-9)) {
                    ticks.add(value);
                }
            }
        }
        return ticks;
    }
}
