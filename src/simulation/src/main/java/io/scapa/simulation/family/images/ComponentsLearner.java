package io.scapa.simulation.family.images;

import io.scapa.simulation.family.rows.RowLearner;
import io.scapa.simulation.family.rows.RowModel;
import io.scapa.simulation.random.ChainRandom;
import org.jspecify.annotations.Nullable;

/**
 * Fits probabilistic principal components by their closed maximum-likelihood form: leading eigenvectors of the covariance,
 * found by orthogonal iteration from a fixed start, so that the same rows give the same model.
 */
final class ComponentsLearner implements RowLearner {
    private static final int ITERATIONS = 24;

    private final int pixels;
    private final int components;
    private final boolean noisy;
    private final RowModel truth;
    private final UsualPicture usual;
    private final double fixedNoise;

    /** @param fixedNoise noise variance of the decoder; NaN to estimate it from each generation's rows */
    ComponentsLearner(
            int pixels, int components, boolean noisy, RowModel truth, UsualPicture usual, double fixedNoise) {
        this.usual = usual;
        this.fixedNoise = fixedNoise;
        this.pixels = pixels;
        this.components = components;
        this.noisy = noisy;
        this.truth = truth;
    }

    @Override
    public int width() {
        return pixels;
    }

    @Override
    public RowModel truth() {
        return truth;
    }

    @Override
    public int leastRows() {
        return components + 1;
    }

    /** Pictures that are unlike the usual one. */
    @Override
    public boolean rare(double[] rows, int at) {
        return -reward(rows, at) > usual.rareFrom();
    }

    /** Selection prefers the usual: pictures near to the mean of the real ones. */
    @Override
    public double reward(double[] rows, int at) {
        return -usual.distance(rows, at);
    }

    @Override
    public PrincipalComponents fit(double[] rows, double @Nullable [] weights, int count, ChainRandom random) {
        double[] mean = new double[pixels];
        for (int i = 0; i < count; i++) {
            double weight = weights == null ? 1.0 / count : weights[i];
            for (int j = 0; j < pixels; j++) {
                mean[j] += weight * rows[i * pixels + j];
            }
        }
        double[][] covariance = covariance(rows, weights, count, mean);
        double[][] leading = start();
        for (int i = 0; i < ITERATIONS; i++) {
            leading = orthonormal(times(covariance, leading));
        }
        return model(mean, covariance, leading);
    }

    private double[][] covariance(double[] rows, double @Nullable [] weights, int count, double[] mean) {
        double[][] covariance = new double[pixels][pixels];
        double[] centred = new double[pixels];
        for (int i = 0; i < count; i++) {
            double weight = weights == null ? 1.0 / count : weights[i];
            for (int j = 0; j < pixels; j++) {
                centred[j] = rows[i * pixels + j] - mean[j];
            }
            for (int j = 0; j < pixels; j++) {
                double scaled = weight * centred[j];
                double[] row = covariance[j];
                for (int k = 0; k < pixels; k++) {
                    row[k] += scaled * centred[k];
                }
            }
        }
        return covariance;
    }

    private double[][] start() {
        ChainRandom fixed = new ChainRandom(1999, components);
        double[][] vectors = new double[components][pixels];
        for (double[] vector : vectors) {
            fixed.fillGaussians(vector, pixels);
        }
        return orthonormal(vectors);
    }

    private static double[][] times(double[][] matrix, double[][] vectors) {
        double[][] product = new double[vectors.length][matrix.length];
        for (int v = 0; v < vectors.length; v++) {
            for (int j = 0; j < matrix.length; j++) {
                product[v][j] = dot(matrix[j], vectors[v]);
            }
        }
        return product;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    /** Modified Gram-Schmidt, twice for accuracy; a vector that vanishes stays zero. */
    private static double[][] orthonormal(double[][] vectors) {
        for (int v = 0; v < vectors.length; v++) {
            for (int round = 0; round < 2; round++) {
                for (int u = 0; u < v; u++) {
                    double along = dot(vectors[u], vectors[v]);
                    for (int j = 0; j < vectors[v].length; j++) {
                        vectors[v][j] -= along * vectors[u][j];
                    }
                }
            }
            double length = Math.sqrt(dot(vectors[v], vectors[v]));
            for (int j = 0; j < vectors[v].length; j++) {
                vectors[v][j] = length < 1e-300 ? 0 : vectors[v][j] / length;
            }
        }
        return vectors;
    }

    private PrincipalComponents model(double[] mean, double[][] covariance, double[][] leading) {
        double total = 0;
        for (int j = 0; j < pixels; j++) {
            total += covariance[j][j];
        }
        double[] variances = new double[components];
        double[][] images = times(covariance, leading);
        double kept = 0;
        for (int k = 0; k < components; k++) {
            variances[k] = dot(images[k], leading[k]);
            kept += variances[k];
        }
        double rest = Math.max(0, total - kept) / Math.max(1, pixels - components);
        return new PrincipalComponents(mean, leading, variances, Double.isNaN(fixedNoise) ? rest : fixedNoise, noisy);
    }
}
