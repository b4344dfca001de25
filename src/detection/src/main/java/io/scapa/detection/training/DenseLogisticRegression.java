package io.scapa.detection.training;

import smile.math.BFGS;
import smile.util.function.DifferentiableMultivariateFunction;

/** L2-regularised logistic regression over a few dense inputs with weighted rows, by Smile's L-BFGS. */
final class DenseLogisticRegression {
    private DenseLogisticRegression() {}

    /** The coefficients, the intercept last; the intercept is not penalised. */
    static double[] fit(double[][] x, boolean[] synthetic, double[] weights, double cost, int iterations) {
        double[] beta = new double[x[0].length + 1];
        BFGS.minimize(new Objective(x, synthetic, weights, cost), 7, beta, 1e-6, iterations);
        for (double b : beta) {
            if (!Double.isFinite(b)) {
                throw new IllegalStateException("the fit failed: a coefficient is " + b);
            }
        }
        return beta;
    }

    private record Objective(double[][] x, boolean[] synthetic, double[] weights, double cost)
            implements DifferentiableMultivariateFunction {
        @Override
        public double f(double[] beta) {
            return g(beta, new double[beta.length]);
        }

        @Override
        public double g(double[] beta, double[] gradient) {
            int inputs = beta.length - 1;
            double loss = 0;
            for (int j = 0; j < inputs; j++) {
                loss += beta[j] * beta[j] / (2 * cost);
                gradient[j] = beta[j] / cost;
            }
            gradient[inputs] = 0;
            for (int r = 0; r < x.length; r++) {
                double margin = beta[inputs];
                for (int j = 0; j < inputs; j++) {
                    margin += beta[j] * x[r][j];
                }
                double sign = synthetic[r] ? 1 : -1;
                double signed = sign * margin;
                loss += weights[r]
                        * (signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed);
                double slope = -sign * weights[r] / (1 + Math.exp(signed));
                for (int j = 0; j < inputs; j++) {
                    gradient[j] += slope * x[r][j];
                }
                gradient[inputs] += slope;
            }
            return loss;
        }
    }
}
