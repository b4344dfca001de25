package io.scapa.statistics;

/**
 * Tails of the gamma distribution, accurate to about 1e-12 relative however far out: the sum of {@code shape} exponential
 * scores, such as Gumbel watermark scores, has this tail. Prefactor by {@link Deviance}, then the series of P or the
 * continued fraction of Q (NIST DLMF 8.11.4 and 8.9.2).
 */
public final class Gamma {
    private static final double TINY = 1e-300;

    private Gamma() {}

    /**
     * Q(shape, x) = P(X &gt;= x) for X ~ Gamma(shape, 1).
     *
     * @param shape over 0
     * @param x 0 or more
     * @throws IllegalArgumentException where an argument is out of range
     */
    public static double regularisedUpper(double shape, double x) {
        return Math.exp(logRegularisedUpper(shape, x));
    }

    /** P(shape, x) = P(X &lt;= x) for X ~ Gamma(shape, 1). */
    public static double regularisedLower(double shape, double x) {
        check(shape, x);
        if (x == 0) {
            return 0;
        }
        return x < shape + 1 ? Math.exp(logSeries(shape, x)) : -Math.expm1(logFraction(shape, x));
    }

    /** Natural log of {@link #regularisedUpper}, also where the tail itself underflows. */
    public static double logRegularisedUpper(double shape, double x) {
        check(shape, x);
        if (x == 0) {
            return 0;
        }
        if (Double.isInfinite(x)) {
            return Double.NEGATIVE_INFINITY;
        }
        return x < shape + 1 ? Math.log1p(-Math.exp(logSeries(shape, x))) : logFraction(shape, x);
    }

    /** ln of x^a e^-x / Gamma(a + 1). */
    private static double logPrefactor(double a, double x) {
        return -Deviance.of(a, x, a - x) - Deviance.stirlingError(a) - 0.5 * Math.log(2 * Math.PI * a);
    }

    private static double logSeries(double a, double x) {
        double sum = 1;
        double term = 1;
        for (double denominator = a + 1; ; denominator++) {
            term *= x / denominator;
            double next = sum + term;
            if (next == sum) {
                return logPrefactor(a, x) + Math.log(sum);
            }
            sum = next;
        }
    }

    /** Lentz's method on 1/(x+1-a - 1(1-a)/(x+3-a - 2(2-a)/(x+5-a - ...))). */
    private static double logFraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1 / TINY;
        double d = 1 / b;
        double h = d;
        for (long i = 1; ; i++) {
            double an = -i * (i - a);
            b += 2;
            d = guard(an * d + b);
            c = guard(b + an / c);
            d = 1 / d;
            double factor = d * c;
            h *= factor;
            if (Math.abs(factor - 1) < 2e-16) {
                return logPrefactor(a, x) + Math.log(a) + Math.log(h);
            }
        }
    }

    private static double guard(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    private static void check(double shape, double x) {
        if (!(shape > 0 && shape < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a gamma shape is over 0, got " + shape);
        }
        if (!(x >= 0)) {
            throw new IllegalArgumentException("a gamma variable is 0 or more, got " + x);
        }
    }
}
