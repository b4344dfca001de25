package io.scapa.detection.training;

import io.scapa.detection.segmentation.StandardisedLogistic;
import java.util.ArrayList;
import java.util.List;

/** Weighted rows for a logistic regression over standardised inputs. */
final class LogisticRows {
    private final List<double[]> inputs = new ArrayList<>();
    private final List<Boolean> labels = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    /** Adds a row; one of no weight is left out. */
    void add(double[] row, boolean label, double weight) {
        if (weight > 0) {
            inputs.add(row);
            labels.add(label);
            weights.add(weight);
        }
    }

    /** Fits; weights are scaled to a mean of 1. Without rows of both labels the result says one half of everything. */
    StandardisedLogistic fit(int size, double cost, int iterations) {
        int n = inputs.size();
        double[] means = new double[size];
        double[] deviations = new double[size];
        java.util.Arrays.fill(deviations, 1);
        if (!labels.contains(true) || !labels.contains(false)) {
            return new StandardisedLogistic(means, deviations, new double[size + 1]);
        }
        double total = weights.stream().mapToDouble(w -> w).sum();
        for (int j = 0; j < size; j++) {
            double mean = 0;
            double square = 0;
            for (int r = 0; r < n; r++) {
                mean += weights.get(r) * inputs.get(r)[j] / total;
                square += weights.get(r) * inputs.get(r)[j] * inputs.get(r)[j] / total;
            }
            means[j] = mean;
            deviations[j] = Math.sqrt(Math.max(1e-12, square - mean * mean));
        }
        double[][] x = new double[n][size];
        boolean[] y = new boolean[n];
        double[] w = new double[n];
        for (int r = 0; r < n; r++) {
            y[r] = labels.get(r);
            w[r] = weights.get(r) * n / total;
            for (int j = 0; j < size; j++) {
                x[r][j] = (inputs.get(r)[j] - means[j]) / deviations[j];
            }
        }
        return new StandardisedLogistic(means, deviations, DenseLogisticRegression.fit(x, y, w, cost, iterations));
    }
}
