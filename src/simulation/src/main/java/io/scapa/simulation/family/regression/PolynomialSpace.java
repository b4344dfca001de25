package io.scapa.simulation.family.regression;

/**
 * Polynomials on [0, 1] in powers of t = 2x - 1 (better conditioned than powers of x), with the best fit to a target and the
 * quadratic form of the integrated squared error.
 */
final class PolynomialSpace {
    private static final int PANELS = 2000;

    final Target target;
    final int size;
    /** Weights of the least-squares projection of the target. */
    final double[] best;
    /** Integrated squared error that no polynomial of this degree gets below. */
    final double floor;
    /** The Gram matrix of the powers, row by row. */
    final double[] gram;

    private PolynomialSpace(Target target, int degree) {
        this.target = target;
        size = degree + 1;
        gram = new double[size * size];
        NormalEquations sums = new NormalEquations(size);
        double[] powers = new double[size];
        double energy = 0;
        for (int i = 0; i <= PANELS; i++) {
            double weight = (i == 0 || i == PANELS ? 1 : i % 2 == 1 ? 4 : 2) / (3.0 * PANELS);
            double x = i / (double) PANELS;
            double root = Math.sqrt(weight);
            double y = target.at(x);
            power(2 * x - 1, root, powers);
            sums.add(powers, y * root);
            energy += weight * y * y;
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < size; k++) {
                    gram[j * size + k] += powers[j] * powers[k];
                }
            }
        }
        best = new double[size];
        sums.solve(best);
        floor = energy - form(best, new double[size]);
    }

    static PolynomialSpace of(Target target, int degree) {
        return new PolynomialSpace(target, degree);
    }

    private static void power(double t, double scale, double[] powers) {
        powers[0] = scale;
        for (int j = 1; j < powers.length; j++) {
            powers[j] = powers[j - 1] * t;
        }
    }

    private double form(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < size; j++) {
            double row = 0;
            for (int k = 0; k < size; k++) {
                row += gram[j * size + k] * (a[k] - b[k]);
            }
            sum += row * (a[j] - b[j]);
        }
        return sum;
    }

    /** Integrated squared error of a polynomial against the target. */
    double error(double[] weights) {
        return floor + (size == 4 ? cubicForm(weights) : form(weights, best));
    }

    private double cubicForm(double[] weights) {
        double a = weights[0] - best[0];
        double b = weights[1] - best[1];
        double c = weights[2] - best[2];
        double d = weights[3] - best[3];
        return a * (gram[0] * a + 2 * (gram[1] * b + gram[2] * c + gram[3] * d))
                + b * (gram[5] * b + 2 * (gram[6] * c + gram[7] * d))
                + c * (gram[10] * c + 2 * gram[11] * d)
                + gram[15] * d * d;
    }

    /** The value of a polynomial at t. */
    static double at(double[] weights, double t) {
        double y = 0;
        for (int j = weights.length - 1; j >= 0; j--) {
            y = y * t + weights[j];
        }
        return y;
    }
}
