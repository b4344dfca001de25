package io.scapa.simulation.preset;

import java.util.ArrayList;
import java.util.List;

/**
 * The blog's own sequence, replayed on its own random numbers: with the published faults (the standard deviation is set to
 * the sample variance; original rows come from N(0, 0) and are all 0) or without them.
 */
public final class MooreBlog {
    /** The seed in the blog's code. */
    public static final int SEED = 20250924;

    private MooreBlog() {}

    /**
     * The data of each generation.
     *
     * @param published whether the faults are in
     * @param seed of the generator
     * @param rows per generation (M)
     * @param alpha share of the latest model's rows; the rest is original
     * @param generations how many data sets
     */
    public static List<double[]> data(boolean published, int seed, int rows, double alpha, int generations) {
        Program program = new Program(published, seed, rows, alpha);
        List<double[]> data = new ArrayList<>();
        for (int i = 0; i < generations; i++) {
            data.add(program.next());
        }
        return data;
    }

    /** The blog's program, one generation at a time. */
    static final class Program {
        private final boolean published;
        private final D3Random random;
        private final int rows;
        private final int synthetic;
        private boolean started;
        private double mean;
        private double sd = 1;

        Program(boolean published, int seed, int rows, double alpha) {
            this.published = published;
            this.random = new D3Random(seed);
            this.rows = rows;
            this.synthetic = (int) Math.round(alpha * rows);
        }

        /** The next generation's data. */
        double[] next() {
            int fromModel = started ? synthetic : rows;
            started = true;
            double[] values =
                    join(random.normals(fromModel, mean, sd), random.normals(rows - fromModel, 0, published ? 0 : 1));
            mean = mean(values);
            double variance = variance(values);
            sd = published ? variance : Math.sqrt(variance);
            return values;
        }
    }

    private static double[] join(double[] a, double[] b) {
        double[] all = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The sample variance of a generation's data, divided by M - 1. */
    public static double variance(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (values.length - 1);
    }
}
