package io.scapa.simulation.random;

/** Exact variates of the distributions that chains are made of, drawn from a chain's own stream. */
public final class Variates {
    private static final double SMALL_MEAN = 10;
    private static final double[] STIRLING_TAIL = {
        0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.0207906721037650, 0.0166446911898211,
        0.0138761288230707, 0.0118967099458917, 0.0104112652619720, 0.0092554621827127, 0.0083305634333628
    };

    private Variates() {}

    /** A chi-square variate with {@code degrees} of freedom (> 0): twice a gamma variate. */
    public static double chiSquare(ChainRandom random, double degrees) {
        return 2 * gamma(random, degrees / 2);
    }

    /**
     * A gamma variate of unit scale (Marsaglia and Tsang 2000, "A simple method for generating gamma variables").
     *
     * @param shape above 0
     */
    public static double gamma(ChainRandom random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(random.nextOpen(), 1 / shape);
        }
        double d = shape - 1 / 3.0;
        return gamma(random, d, 1 / Math.sqrt(9 * d));
    }

    /** A gamma variate of shape d + 1/3, at least 1, with c = 1 / sqrt(9 d): for those who draw many of one shape. */
    public static double gamma(ChainRandom random, double d, double c) {
        while (true) {
            double x = random.nextGaussian();
            double t = 1 + c * x;
            if (t <= 0) {
                continue;
            }
            double v = t * t * t;
            double u = random.nextOpen();
            double square = x * x;
            if (u < 1 - 0.0331 * square * square || Math.log(u) < 0.5 * square + d * (1 - v + Math.log(v))) {
                return d * v;
            }
        }
    }

    /**
     * A binomial variate: inversion where the mean is small, else the transformed rejection BTRS of Hoermann (1993).
     *
     * @param n trials, at least 0
     * @param p success probability; values outside [0, 1] by rounding are clamped
     */
    public static int binomial(ChainRandom random, int n, double p) {
        if (n <= 0 || p <= 0) {
            return 0;
        }
        if (p >= 1) {
            return n;
        }
        if (p > 0.5) {
            return n - binomial(random, n, 1 - p);
        }
        return n * p < SMALL_MEAN ? byInversion(random, n, p) : byRejection(random, n, p);
    }

    private static int byInversion(ChainRandom random, int n, double p) {
        double odds = p / (1 - p);
        double start = Math.exp(n * Math.log1p(-p));
        while (true) {
            double u = random.nextDouble();
            double mass = start;
            for (int k = 0; k <= n; k++) {
                if (u < mass) {
                    return k;
                }
                u -= mass;
                mass *= odds * (n - k) / (k + 1);
                if (mass < 1e-300 && k > n * p) {
                    break;
                }
            }
        }
    }

    private static int byRejection(ChainRandom random, int n, double p) {
        double spread = Math.sqrt(n * p * (1 - p));
        double b = 1.15 + 2.53 * spread;
        double a = -0.0873 + 0.0248 * b + 0.01 * p;
        double c = n * p + 0.5;
        double vr = 0.92 - 4.2 / b;
        double alpha = (2.83 + 5.1 / b) * spread;
        double odds = p / (1 - p);
        double mode = Math.floor((n + 1) * p);
        while (true) {
            double v = random.nextOpen();
            double u = random.nextDouble() - 0.5;
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + c);
            if (us >= 0.07 && v <= vr) {
                return (int) k;
            }
            if (k < 0 || k > n) {
                continue;
            }
            double h = Math.log(v * alpha / (a / (us * us) + b));
            double bound = (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1)))
                    + stirlingTail(mode)
                    + stirlingTail(n - mode)
                    + (n + 1) * Math.log((n - mode + 1) / (n - k + 1))
                    + (k + 0.5) * Math.log(odds * (n - k + 1) / (k + 1))
                    - stirlingTail(k)
                    - stirlingTail(n - k);
            if (h <= bound) {
                return (int) k;
            }
        }
    }

    /** log k! less Stirling's formula for it, as BTRS and PTRS want it. */
    static double stirlingTail(double k) {
        if (k < STIRLING_TAIL.length) {
            return STIRLING_TAIL[(int) k];
        }
        double next = k + 1;
        double square = next * next;
        return (1 / 12.0 - (1 / 360.0 - 1 / 1260.0 / square) / square) / next;
    }

    /**
     * A Poisson variate: inversion where the mean is small, else the transformed rejection PTRS of Hoermann (1993).
     *
     * @param mean at least 0
     */
    public static int poisson(ChainRandom random, double mean) {
        if (mean <= 0) {
            return 0;
        }
        return mean < SMALL_MEAN ? poissonByProduct(random, mean) : poissonByRejection(random, mean);
    }

    private static int poissonByProduct(ChainRandom random, double mean) {
        double u = random.nextDouble();
        double mass = Math.exp(-mean);
        int k = 0;
        while (u >= mass && k < 400) {
            u -= mass;
            mass *= mean / ++k;
        }
        return k;
    }

    private static int poissonByRejection(ChainRandom random, double mean) {
        double b = 0.931 + 2.53 * Math.sqrt(mean);
        double a = -0.059 + 0.02483 * b;
        double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        double vr = 0.9277 - 3.6224 / (b - 2);
        double logMean = Math.log(mean);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = random.nextOpen();
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
            if (us >= 0.07 && v <= vr) {
                return (int) k;
            }
            if (k < 0 || us < 0.013 && v > us) {
                continue;
            }
            double logFactorial = stirlingTail(k) + 0.9189385332046727 + (k + 0.5) * Math.log(k + 1) - (k + 1);
            if (Math.log(v * inverseAlpha / (a / (us * us) + b)) <= -mean + k * logMean - logFactorial) {
                return (int) k;
            }
        }
    }

    /**
     * Multinomial counts by conditional binomials: exact for any probabilities.
     *
     * @param probabilities non-negative; they are normalised by their sum
     * @param counts receives one count per probability
     */
    public static void multinomial(ChainRandom random, int n, double[] probabilities, int[] counts) {
        double rest = 0;
        for (double p : probabilities) {
            rest += p;
        }
        int left = n;
        for (int k = 0; k < probabilities.length; k++) {
            double p = probabilities[k];
            counts[k] = left == 0 || p <= 0 ? 0 : p >= rest ? left : binomial(random, left, p / rest);
            left -= counts[k];
            rest -= p;
        }
        if (left > 0) {
            counts[last(probabilities)] += left;
        }
    }

    private static int last(double[] probabilities) {
        int k = probabilities.length - 1;
        while (k > 0 && probabilities[k] <= 0) {
            k--;
        }
        return k;
    }
}
