package io.scapa.simulation.family.rows;

import io.scapa.simulation.family.Estimator;
import io.scapa.simulation.random.ChainRandom;
import org.jspecify.annotations.Nullable;

/**
 * The d-dimensional Gaussian with full covariance; the truth is N(0, I).
 *
 * @param width dimensions
 * @param estimator of the covariance
 */
public record GaussianLearner(int width, Estimator estimator) implements RowLearner {
    @Override
    public RowModel truth() {
        double[] unit = new double[width * width];
        for (int i = 0; i < width; i++) {
            unit[i * width + i] = 1;
        }
        return new Fitted(new double[width], unit);
    }

    @Override
    public RowModel fit(double[] rows, double @Nullable [] weights, int count, ChainRandom random) {
        double[] mean = new double[width];
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double weight = weights == null ? 1.0 / count : weights[i];
            squares += weight * weight;
            for (int j = 0; j < width; j++) {
                mean[j] += weight * rows[i * width + j];
            }
        }
        double[] covariance = new double[width * width];
        // Reliability weights: the unbiased divisor is 1 - sum of squared weights, 1 - 1/n where all are alike.
        double scale = estimator == Estimator.UNBIASED ? 1 / (1 - squares) : 1;
        for (int i = 0; i < count; i++) {
            double weight = scale * (weights == null ? 1.0 / count : weights[i]);
            for (int j = 0; j < width; j++) {
                double dj = rows[i * width + j] - mean[j];
                for (int k = 0; k <= j; k++) {
                    covariance[j * width + k] += weight * dj * (rows[i * width + k] - mean[k]);
                }
            }
        }
        return new Fitted(mean, covariance);
    }

    /** A fitted Gaussian. */
    public static final class Fitted implements RowModel {
        private final int width;
        private final double[] mean;
        private final double[] covariance;
        /** Lower Cholesky factor; columns whose pivot has gone are zero, so that a collapsed direction stays collapsed. */
        private final double[] factor;

        Fitted(double[] mean, double[] covariance) {
            this.width = mean.length;
            this.mean = mean;
            this.covariance = covariance;
            factor = new double[covariance.length];
            for (int i = 0; i < width; i++) {
                for (int j = 0; j <= i; j++) {
                    double sum = covariance[i * width + j];
                    for (int k = 0; k < j; k++) {
                        sum -= factor[i * width + k] * factor[j * width + k];
                    }
                    double pivot = factor[j * width + j];
                    factor[i * width + j] = i == j ? Math.sqrt(Math.max(0, sum)) : pivot > 0 ? sum / pivot : 0;
                }
            }
        }

        /** Mean of one coordinate. */
        public double mean(int j) {
            return mean[j];
        }

        /** Variance of one coordinate. */
        public double variance(int j) {
            return covariance[j * width + j];
        }

        /** Log determinant of the covariance. */
        public double logDeterminant() {
            double sum = 0;
            for (int j = 0; j < width; j++) {
                sum += 2 * Math.log(factor[j * width + j]);
            }
            return sum;
        }

        @Override
        public void sample(double[] out, int at, ChainRandom random, double bias) {
            double[] z = new double[width];
            random.fillGaussians(z, width);
            for (int i = 0; i < width; i++) {
                double sum = 0;
                for (int k = 0; k <= i; k++) {
                    sum += factor[i * width + k] * z[k];
                }
                out[at + i] = mean[i] + bias * sum;
            }
        }

        @Override
        public double logDensity(double[] rows, int at) {
            double[] solved = new double[width];
            double sum = 0;
            double log = 0;
            for (int i = 0; i < width; i++) {
                double d = rows[at + i] - mean[i];
                for (int k = 0; k < i; k++) {
                    d -= factor[i * width + k] * solved[k];
                }
                solved[i] = d / factor[i * width + i];
                sum += solved[i] * solved[i];
                log += Math.log(factor[i * width + i]);
            }
            return -0.5 * sum - log - 0.5 * width * Math.log(2 * Math.PI);
        }
    }
}
