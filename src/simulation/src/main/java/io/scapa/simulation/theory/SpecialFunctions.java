package io.scapa.simulation.theory;

/** The few special functions that the closed forms need, by recurrence and asymptotic series (Abramowitz and Stegun, ch. 6). */
public final class SpecialFunctions {
    private static final double ASYMPTOTIC_FROM = 12;

    private SpecialFunctions() {}

    /** log Gamma(x) for x > 0. */
    public static double logGamma(double x) {
        double shift = 0;
        double y = x;
        while (y < ASYMPTOTIC_FROM) {
            shift -= Math.log(y);
            y++;
        }
        double r = 1 / (y * y);
        double series = (1 / 12.0 - r * (1 / 360.0 - r * (1 / 1260.0 - r * (1 / 1680.0 - r / 1188.0)))) / y;
        return shift + (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series;
    }

    /** The digamma function for x > 0. */
    public static double digamma(double x) {
        double shift = 0;
        double y = x;
        while (y < ASYMPTOTIC_FROM) {
            shift -= 1 / y;
            y++;
        }
        double r = 1 / (y * y);
        double series = r * (1 / 12.0 - r * (1 / 120.0 - r * (1 / 252.0 - r * (1 / 240.0 - r * 5 / 660.0))));
        return shift + Math.log(y) - 0.5 / y - series;
    }

    /** The trigamma function for x > 0. */
    public static double trigamma(double x) {
        double shift = 0;
        double y = x;
        while (y < ASYMPTOTIC_FROM) {
            shift += 1 / (y * y);
            y++;
        }
        double r = 1 / (y * y);
        double series = r * (1 / 6.0 - r * (1 / 30.0 - r * (1 / 42.0 - r * (1 / 30.0 - r * 5 / 66.0))));
        return shift + 1 / y + 0.5 * r + series / y;
    }

    /** The bias of a standard deviation from m unbiased rows: E[s] = c4(m) sigma. */
    public static double c4(double m) {
        return Math.sqrt(2 / (m - 1)) * Math.exp(logGamma(m / 2) - logGamma((m - 1) / 2));
    }
}
