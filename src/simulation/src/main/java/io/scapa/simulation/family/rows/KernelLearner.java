package io.scapa.simulation.family.rows;

import io.scapa.simulation.random.ChainRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Gaussian kernel density on the plane; the truth is two moons. The model is its rows: sampling redraws a row and adds
 * noise, so each generation widens by the bandwidth.
 *
 * @param bandwidth standard deviation of the kernel
 */
public record KernelLearner(double bandwidth) implements RowLearner {
    private static final double NOISE = 0.1;

    @Override
    public int width() {
        return 2;
    }

    @Override
    public RowModel truth() {
        return new Moons();
    }

    /** The outer tips of the moons. */
    @Override
    public boolean rare(double[] rows, int at) {
        return Math.abs(rows[at]) > 1.45;
    }

    @Override
    public RowModel fit(double[] rows, double @Nullable [] weights, int count, ChainRandom random) {
        double[] cumulative = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += weights == null ? 1.0 / count : weights[i];
            cumulative[i] = sum;
        }
        return new Fitted(Arrays.copyOf(rows, 2 * count), cumulative, bandwidth);
    }

    private record Moons() implements RowModel {
        @Override
        public void sample(double[] out, int at, ChainRandom random, double bias) {
            double angle = Math.PI * random.nextDouble();
            boolean upper = random.nextLong() < 0;
            out[at] = (upper ? Math.cos(angle) : 1 - Math.cos(angle)) - 0.5 + NOISE * bias * random.nextGaussian();
            out[at + 1] =
                    (upper ? Math.sin(angle) : 0.5 - Math.sin(angle)) - 0.25 + NOISE * bias * random.nextGaussian();
        }

        /** By averaging the noise over the two arcs. */
        @Override
        public double logDensity(double[] rows, int at) {
            int steps = 400;
            double sum = 0;
            for (int i = 0; i < steps; i++) {
                double angle = Math.PI * (i + 0.5) / steps;
                sum += bump(rows[at] - Math.cos(angle) + 0.5, rows[at + 1] - Math.sin(angle) + 0.25, NOISE);
                sum += bump(rows[at] - 0.5 + Math.cos(angle), rows[at + 1] - 0.25 + Math.sin(angle), NOISE);
            }
            return Math.log(sum / (2 * steps));
        }
    }

    private static double bump(double dx, double dy, double sd) {
        return Math.exp(-(dx * dx + dy * dy) / (2 * sd * sd)) / (2 * Math.PI * sd * sd);
    }

    private record Fitted(double[] rows, double[] cumulative, double bandwidth) implements RowModel {
        @Override
        public void sample(double[] out, int at, ChainRandom random, double bias) {
            int found = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[cumulative.length - 1]);
            int row = Math.min(cumulative.length - 1, found < 0 ? -found - 1 : found);
            out[at] = rows[2 * row] + bias * bandwidth * random.nextGaussian();
            out[at + 1] = rows[2 * row + 1] + bias * bandwidth * random.nextGaussian();
        }

        @Override
        public double logDensity(double[] points, int at) {
            double sum = 0;
            double before = 0;
            for (int i = 0; i < cumulative.length; i++) {
                double weight = cumulative[i] - before;
                before = cumulative[i];
                sum += weight * bump(points[at] - rows[2 * i], points[at + 1] - rows[2 * i + 1], bandwidth);
            }
            return Math.log(Math.max(sum, 1e-300));
        }
    }
}
