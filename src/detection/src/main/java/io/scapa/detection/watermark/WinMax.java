package io.scapa.detection.watermark;

import io.scapa.statistics.SeededStreams;
import java.util.random.RandomGenerator;

/**
 * The windowed green-list test (Kirchenbauer et al., "On the reliability of watermarks for large language models", 2023):
 * the largest z over windows of a text, for marked passages in longer unmarked text. A maximum of many z-scores is no
 * z-score: on unmarked text its median is above 3. Its p-value comes from simulation only, and short windows are left out.
 */
public final class WinMax {
    /** Shorter windows reach large values by chance alone: six greens in a row give z = 4.24 at gamma 1/4. */
    public static final int LEAST_WINDOW = 20;

    private WinMax() {}

    /**
     * The best window.
     *
     * @param from index of its first value
     * @param size its length; 0 where no window fits
     * @param green green values in it
     * @param z its z-score, or NaN where no window fits
     */
    public record Window(int from, int size, int green, double z) {}

    /** The best window of sizes [least, most]; the smaller window and the earlier place win ties. */
    public static Window best(double[] green, double gamma, int least, int most) {
        int[] sizes = java.util.stream.IntStream.rangeClosed(least, Math.min(most, green.length))
                .toArray();
        return best(green, gamma, sizes);
    }

    /** The best window of the given sizes, of which those that do not fit are left out. */
    public static Window best(double[] green, double gamma, int[] sizes) {
        int[] before = sums(green);
        Window best = new Window(0, 0, 0, Double.NaN);
        for (int size : sizes) {
            if (size > green.length) {
                continue;
            }
            int most = -1;
            int place = 0;
            for (int from = 0; from + size <= green.length; from++) {
                int count = before[from + size] - before[from];
                if (count > most) {
                    most = count;
                    place = from;
                }
            }
            double z = (most - gamma * size) / Math.sqrt(size * gamma * (1 - gamma));
            if (!(z <= best.z())) {
                best = new Window(place, size, most, z);
            }
        }
        return best;
    }

    private static int[] sums(double[] green) {
        int[] before = new int[green.length + 1];
        for (int i = 0; i < green.length; i++) {
            before[i + 1] = before[i] + (green[i] > 0.5 ? 1 : 0);
        }
        return before;
    }

    /** The z-score of the first 1, 2, 3... values. */
    public static double[] cumulativeZ(double[] green, double gamma) {
        double[] z = new double[green.length];
        int[] before = sums(green);
        for (int i = 0; i < z.length; i++) {
            int scored = i + 1;
            z[i] = (before[scored] - gamma * scored) / Math.sqrt(scored * gamma * (1 - gamma));
        }
        return z;
    }

    /**
     * The calibrated p-value of the best window of at least {@link #LEAST_WINDOW} values: the share of simulated unmarked
     * texts of the same length that do as well, counting this one (Davison and Hinkley, 1997, eq. 4.11). Valid at any
     * number of runs, and never below 1 / (runs + 1).
     *
     * @param green distinct positions' values, 0 or 1
     * @param runs simulated texts, 1 or more
     */
    public static double calibratedPValue(double[] green, double gamma, int runs, long seed) {
        if (green.length < LEAST_WINDOW) {
            return 1;
        }
        double observed = best(green, gamma, LEAST_WINDOW, green.length).z();
        RandomGenerator random = new SeededStreams(seed).stream("winmax", green.length);
        double[] simulated = new double[green.length];
        int asGood = 0;
        for (int run = 0; run < runs; run++) {
            for (int i = 0; i < simulated.length; i++) {
                simulated[i] = random.nextDouble() < gamma ? 1 : 0;
            }
            asGood += best(simulated, gamma, LEAST_WINDOW, simulated.length).z() >= observed ? 1 : 0;
        }
        return (1.0 + asGood) / (1.0 + runs);
    }
}
