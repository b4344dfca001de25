package io.scapa.simulation.family.rows;

import io.scapa.simulation.random.ChainRandom;
import io.scapa.statistics.Normal;
import org.jspecify.annotations.Nullable;

/**
 * A one-dimensional Gaussian mixture fitted by expectation-maximisation (Dempster, Laird and Rubin 1977), started at the
 * truth; the truth has equal parts at even distances.
 *
 * @param components parts, 2 to 20
 * @param separation between neighbouring centres, in their standard deviations
 */
public record MixtureLearner(int components, double separation) implements RowLearner {
    private static final int STEPS = 40;
    private static final double LEAST_VARIANCE = 1e-12;

    @Override
    public int width() {
        return 1;
    }

    @Override
    public RowModel truth() {
        double[] centres = new double[components];
        double[] variances = new double[components];
        double[] shares = new double[components];
        for (int k = 0; k < components; k++) {
            centres[k] = (k - (components - 1) / 2.0) * separation;
            variances[k] = 1;
            shares[k] = 1.0 / components;
        }
        return new Fitted(centres, variances, shares);
    }

    /** The outer tails of the outermost humps. */
    @Override
    public boolean rare(double[] rows, int at) {
        return Math.abs(rows[at]) > (components - 1) / 2.0 * separation + Normal.upperQuantile(0.05 * components / 2);
    }

    @Override
    public RowModel fit(double[] rows, double @Nullable [] weights, int count, ChainRandom random) {
        Fitted model = (Fitted) truth();
        for (int step = 0; step < STEPS; step++) {
            model = model.step(rows, weights, count);
        }
        return model;
    }

    /** A fitted mixture. */
    public record Fitted(double[] centres, double[] variances, double[] shares) implements RowModel {
        private Fitted step(double[] rows, double @Nullable [] weights, int count) {
            int parts = centres.length;
            double[] mass = new double[parts];
            double[] sum = new double[parts];
            double[] squares = new double[parts];
            double[] density = new double[parts];
            for (int i = 0; i < count; i++) {
                double total = 0;
                for (int k = 0; k < parts; k++) {
                    density[k] = part(k, rows[i]);
                    total += density[k];
                }
                double weight = weights == null ? 1.0 / count : weights[i];
                for (int k = 0; k < parts && total > 0; k++) {
                    double r = weight * density[k] / total;
                    double d = rows[i] - centres[k];
                    mass[k] += r;
                    sum[k] += r * d;
                    squares[k] += r * d * d;
                }
            }
            double[] newCentres = centres.clone();
            double[] newVariances = variances.clone();
            for (int k = 0; k < parts; k++) {
                if (mass[k] > 1e-12) {
                    double shift = sum[k] / mass[k];
                    newCentres[k] += shift;
                    newVariances[k] = Math.max(LEAST_VARIANCE, squares[k] / mass[k] - shift * shift);
                }
            }
            return new Fitted(newCentres, newVariances, mass);
        }

        private double part(int k, double x) {
            double d = x - centres[k];
            return shares[k] / Math.sqrt(2 * Math.PI * variances[k]) * Math.exp(-0.5 * d * d / variances[k]);
        }

        @Override
        public void sample(double[] out, int at, ChainRandom random, double bias) {
            double u = random.nextDouble();
            int k = 0;
            while (k + 1 < shares.length && u >= shares[k]) {
                u -= shares[k++];
            }
            out[at] = centres[k] + bias * Math.sqrt(variances[k]) * random.nextGaussian();
        }

        @Override
        public double logDensity(double[] rows, int at) {
            double sum = 0;
            for (int k = 0; k < shares.length; k++) {
                sum += part(k, rows[at]);
            }
            return Math.log(sum);
        }
    }
}
