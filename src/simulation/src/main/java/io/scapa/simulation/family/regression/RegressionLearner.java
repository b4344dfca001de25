package io.scapa.simulation.family.regression;

import io.scapa.simulation.family.rows.RowLearner;
import io.scapa.simulation.family.rows.RowModel;
import io.scapa.simulation.random.ChainRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Least squares on rows of features and a label: what a regression does where rows are kept, filtered, weighted or copied
 * before the fit. Selection prefers the label that is nearest to the truth; a sampling bias scales the noise of the model's
 * labels. Belongs to one chain.
 */
final class RegressionLearner implements RowLearner {
    private final RegressionTask task;
    private final NormalEquations sums;
    private double[] last;

    RegressionLearner(RegressionTask task) {
        this.task = task;
        sums = new NormalEquations(task.size());
        last = new double[task.size()];
    }

    @Override
    public int width() {
        return task.size() + 1;
    }

    @Override
    public int leastRows() {
        return task.size() + 1;
    }

    @Override
    public boolean rare(double[] rows, int at) {
        return task.rare(rows, at);
    }

    @Override
    public double reward(double[] rows, int at) {
        return -Math.abs(rows[at + task.size()] - task.truth(rows, at));
    }

    @Override
    public void drift(double[] rows, int at, double by) {
        rows[at + task.size()] += by * task.drifting(rows, at);
    }

    @Override
    public RowModel truth() {
        return new Labelled(task) {
            @Override
            double label(double[] row, int at) {
                return task.truth(row, at);
            }
        };
    }

    @Override
    public Fitted fit(double[] rows, double @Nullable [] weights, int count, ChainRandom random) {
        sums.clear();
        double[] features = new double[task.size()];
        for (int i = 0; i < count; i++) {
            System.arraycopy(rows, i * width(), features, 0, features.length);
            sums.add(features, rows[i * width() + features.length], weights == null ? 1 : weights[i]);
        }
        double[] solved = new double[task.size()];
        sums.solve(solved);
        // Copies of too few rows determine nothing: the last model stays.
        last = Arrays.stream(solved).allMatch(Double::isFinite) ? solved : last;
        return new Fitted(task, last);
    }

    /** Draws features as the task does, and labels them. */
    private abstract static class Labelled implements RowModel {
        final RegressionTask task;

        Labelled(RegressionTask task) {
            this.task = task;
        }

        abstract double label(double[] row, int at);

        @Override
        public void sample(double[] out, int at, ChainRandom random, double bias) {
            task.draw(out, at, random);
            out[at + task.size()] = label(out, at) + bias * task.noise() * random.nextGaussian();
        }

        @Override
        public double logDensity(double[] rows, int at) {
            double residual = (rows[at + task.size()] - label(rows, at)) / task.noise();
            return -0.5 * residual * residual - Math.log(task.noise()) - 0.5 * Math.log(2 * Math.PI);
        }
    }

    /** A fit. */
    static final class Fitted extends Labelled {
        private final double[] weights;

        Fitted(RegressionTask task, double[] weights) {
            super(task);
            this.weights = weights;
        }

        @Override
        double label(double[] row, int at) {
            double sum = 0;
            for (int j = 0; j < weights.length; j++) {
                sum += weights[j] * row[at + j];
            }
            return sum;
        }

        double error(double drifted) {
            return task.error(weights, drifted);
        }
    }
}
