package io.scapa.detection.training;

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
public final class WeightedLogisticRegression {
    private static final int MEMORY = 7;
    private static final double TOLERANCE = 1e-4;

    private WeightedLogisticRegression() {}

    /**
     * Rows to fit.
     *
     * @param features ids of each row's features, distinct
     * @param scales one over each row's length
     * @param synthetic the labels
     * @param weights the rows' weights, 0 to leave a row out
     * @param idf each feature's value
     */
    public record Rows(int[][] features, float[] scales, boolean[] synthetic, double[] weights, float[] idf) {}

    /** What came out: a coefficient a feature (to be multiplied by its idf and the row's scale) and the intercept. */
    public record Fit(double[] coefficients, double intercept) {}

    /**
     * Fits.
     *
     * @param cost C, the weight of the losses against the penalty; positive
     * @param iterations at most so many; part of the setting, as the fit is stopped before it converges
     * @throws IllegalStateException where the result is all but zero or not finite, which means that the fit failed
     */
    public static Fit fit(Rows rows, double cost, int iterations) {
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
        return new Fit(java.util.Arrays.copyOf(beta, features), beta[features]);
    }

    private record Objective(Rows rows, double cost) implements DifferentiableMultivariateFunction {
        @Override
        public double f(double[] beta) {
            return evaluate(beta, null);
        }

        @Override
        public double g(double[] beta, double[] gradient) {
            return evaluate(beta, gradient);
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
            double[] sums = new double[gradient == null ? 0 : features];
            double intercept = beta[features];
            double interceptSum = 0;
            double loss = 0;
            for (int r = 0; r < rows.features().length; r++) {
                double weight = rows.weights()[r];
                if (weight == 0) {
                    continue;
                }
                int[] row = rows.features()[r];
                double dot = 0;
                for (int j : row) {
                    dot += values[j];
                }
                double margin = dot * rows.scales()[r] + intercept;
                double signed = rows.synthetic()[r] ? margin : -margin;
                loss += weight * softplus(-signed);
                if (gradient != null) {
                    double slope = -weight / (1 + Math.exp(signed)) * (rows.synthetic()[r] ? 1 : -1);
                    interceptSum += slope;
                    double step = slope * rows.scales()[r];
                    for (int j : row) {
                        sums[j] += step;
                    }
                }
            }
            if (gradient != null) {
                for (int j = 0; j < features; j++) {
                    gradient[j] = sums[j] * idf[j] + beta[j] / cost;
                }
                gradient[features] = interceptSum;
            }
            return loss + penalty / (2 * cost);
        }

        private static double softplus(double x) {
            return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
        }
    }
}
