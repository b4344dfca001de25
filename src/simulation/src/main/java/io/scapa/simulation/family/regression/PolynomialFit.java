package io.scapa.simulation.family.regression;

/**
 * Least squares on powers of t by their moments: the Gram matrix of powers is a Hankel matrix of the sums of t^k, so 3d + 2
 * sums per point suffice. Solved by Cholesky factors in place.
 */
final class PolynomialFit {
    private final int size;
    private final double[] powers;
    private final double[] moments;
    private final double[] factor;
    private final double[] solution;

    PolynomialFit(int size) {
        this.size = size;
        powers = new double[2 * size - 1];
        moments = new double[size];
        factor = new double[size * size];
        solution = new double[size];
    }

    void clear() {
        java.util.Arrays.fill(powers, 0);
        java.util.Arrays.fill(moments, 0);
    }

    /** Adds a point. */
    void add(double t, double y) {
        double power = 1;
        for (int k = 0; k < size; k++) {
            powers[k] += power;
            moments[k] += power * y;
            power *= t;
        }
        for (int k = size; k < powers.length; k++) {
            powers[k] += power;
            power *= t;
        }
    }

    /** Solves for the weights and adds them to what is there. */
    void addSolution(double[] weights) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = powers[i + j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i * size + k] * factor[j * size + k];
                }
                factor[i * size + j] = i == j ? Math.sqrt(sum) : sum / factor[j * size + j];
            }
        }
        for (int i = 0; i < size; i++) {
            double sum = moments[i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i * size + k] * solution[k];
            }
            solution[i] = sum / factor[i * size + i];
        }
        for (int i = size - 1; i >= 0; i--) {
            double sum = solution[i];
            for (int k = i + 1; k < size; k++) {
                sum -= factor[k * size + i] * solution[k];
            }
            solution[i] = sum / factor[i * size + i];
            weights[i] += solution[i];
        }
    }
}
