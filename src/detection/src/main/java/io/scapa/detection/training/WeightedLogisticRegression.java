package io.scapa.detection.training;

import java.util.Arrays;
import smile.math.BFGS;
import smile.util.function.DifferentiableMultivariateFunction;

/**
 * L2-regularised logistic regression over sparse binary rows, each row scaled to unit length after every feature got its
 * inverse document frequency, with a weight a row. Smile's own sparse regression takes neither weights nor shared idf
 * values, so this hands the objective to Smile's L-BFGS ({@link BFGS}, Nocedal and Wright 2006, algorithm 7.5), in doubles:
 * sums of 32-bit floats returned zero vectors unnoticed.
 *
 * <p>The objective is {@code sum_r w_r log(1 + exp(-y_r f(x_r))) + |beta|^2 / (2 C)}; the intercept is not penalised.
 */
final class WeightedLogisticRegression {
    private static final int MEMORY = 7;
    private static final double TOLERANCE = 1e-4;

    private WeightedLogisticRegression() {}

    /**
     * Rows to fit.
     *
     * @param features each row's features, and which of them are read
     * @param scales one over each row's length
     * @param synthetic the labels
     * @param weights the rows' weights, 0 to leave a row out
     * @param idf each feature's value
     */
    record Rows(BlockRows features, float[] scales, boolean[] synthetic, double[] weights, float[] idf) {
        /** Rows that are read whole. */
        Rows(int[][] features, float[] scales, boolean[] synthetic, double[] weights, float[] idf) {
            this(new BlockRows(features, new int[] {0, idf.length}, -1), scales, synthetic, weights, idf);
        }
    }

    /** What came out: a coefficient a feature (to be multiplied by its idf and the row's scale) and the intercept. */
    record Fit(double[] coefficients, double intercept) {}

    /**
     * Fits.
     *
     * @param cost C, the weight of the losses against the penalty; positive
     * @param iterations at most so many; part of the setting, as the fit is stopped before it converges
     * @throws IllegalStateException where the result is all but zero or not finite, which means that the fit failed
     */
    static Fit fit(Rows rows, double cost, int iterations) {
        int features = rows.idf().length;
        double[] beta = new double[features + 1];
        Objective objective = new Objective(rows, cost);
        BFGS.minimize(objective, MEMORY, beta, TOLERANCE, iterations);
        double size = 0;
        for (int j = 0; j < features; j++) {
            size = Math.max(size, Math.abs(beta[j]));
        }
        if (!(size > 1e-6) || !Double.isFinite(size)) {
            throw new IllegalStateException("the fit failed: its largest coefficient is " + size);
        }
        return new Fit(Arrays.copyOf(beta, features), beta[features]);
    }

    /** A row's margin under a fit. */
    static double margin(BlockRows rows, int row, float[] idf, float scale, Fit fit) {
        int[] stretches = rows.stretches();
        double dot = 0;
        for (int s = 0; s < stretches.length; s += 2) {
            int to = rows.position(row, stretches[s + 1]);
            for (int k = rows.position(row, stretches[s]); k < to; k++) {
                int feature = rows.features()[row][k];
                dot += fit.coefficients()[feature] * idf[feature];
            }
        }
        return dot * scale + fit.intercept();
    }

    /** The value and its gradient cost one pass over the rows; who asks for one asks for the other next. */
    private static final class Objective implements DifferentiableMultivariateFunction {
        private final Rows rows;
        private final double cost;
        private final double[] point;
        private final double[] slope;
        private double value = Double.NaN;

        private Objective(Rows rows, double cost) {
            this.rows = rows;
            this.cost = cost;
            point = new double[rows.idf().length + 1];
            slope = new double[point.length];
        }

        @Override
        public double f(double[] beta) {
            if (Double.isNaN(value) || !Arrays.equals(beta, point)) {
                System.arraycopy(beta, 0, point, 0, point.length);
                value = evaluate(point, slope);
            }
            return value;
        }

        @Override
        public double g(double[] beta, double[] gradient) {
            double at = f(beta);
            System.arraycopy(slope, 0, gradient, 0, slope.length);
            return at;
        }

        private double evaluate(double[] beta, double[] gradient) {
            float[] idf = rows.idf();
            int features = idf.length;
            double[] values = new double[features];
            double penalty = 0;
            for (int j = 0; j < features; j++) {
                values[j] = beta[j] * idf[j];
                penalty += beta[j] * beta[j];
            }
            double[] sums = new double[features];
            double intercept = beta[features];
            double interceptSum = 0;
            double loss = 0;
            BlockRows matrix = rows.features();
            int[] stretches = matrix.stretches();
            int[] bounds = new int[stretches.length];
            for (int r = 0; r < rows.weights().length; r++) {
                double weight = rows.weights()[r];
                if (weight == 0) {
                    continue;
                }
                for (int s = 0; s < bounds.length; s++) {
                    bounds[s] = matrix.position(r, stretches[s]);
                }
                int[] row = matrix.features()[r];
                double margin = dot(row, bounds, values) * rows.scales()[r] + intercept;
                double signed = rows.synthetic()[r] ? margin : -margin;
                loss += weight * softplus(-signed);
                double step = -weight / (1 + Math.exp(signed)) * (rows.synthetic()[r] ? 1 : -1);
                interceptSum += step;
                add(row, bounds, step * rows.scales()[r], sums);
            }
            for (int j = 0; j < features; j++) {
                gradient[j] = sums[j] * idf[j] + beta[j] / cost;
            }
            gradient[features] = interceptSum;
            return loss + penalty / (2 * cost);
        }

        private static double dot(int[] row, int[] bounds, double[] values) {
            double dot = 0;
            for (int s = 0; s < bounds.length; s += 2) {
                for (int k = bounds[s]; k < bounds[s + 1]; k++) {
                    dot += values[row[k]];
                }
            }
            return dot;
        }

        private static void add(int[] row, int[] bounds, double step, double[] sums) {
            for (int s = 0; s < bounds.length; s += 2) {
                for (int k = bounds[s]; k < bounds[s + 1]; k++) {
                    sums[row[k]] += step;
                }
            }
        }

        private static double softplus(double x) {
            return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
        }
    }
}
