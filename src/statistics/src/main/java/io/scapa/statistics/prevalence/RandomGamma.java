package io.scapa.statistics.prevalence;

import java.util.random.RandomGenerator;

/**
 * Gamma and beta random numbers by rejection: G. Marsaglia and W. Tsang, "A Simple Method for Generating Gamma Variables",
 * ACM Transactions on Mathematical Software 26 (2000).
 */
final class RandomGamma {
    private final RandomGenerator random;

    RandomGamma(RandomGenerator random) {
        this.random = random;
    }

    /** A Gamma(shape, 1) variable, shape over 0. */
    double next(double shape) {
        if (shape == 1) {
            return random.nextExponential();
        }
        if (shape < 1) {
            return next(shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            if (v > 0) {
                double cube = v * v * v;
                if (Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * cube + d * Math.log(cube)) {
                    return d * cube;
                }
            }
        }
    }

    /** A Beta(a, b) variable; 0 where a is 0, 1 where b is 0: the limits of Clopper and Pearson at the ends. */
    double beta(double a, double b) {
        if (a <= 0) {
            return 0;
        }
        if (b <= 0) {
            return 1;
        }
        double x = next(a);
        return x / (x + next(b));
    }
}
