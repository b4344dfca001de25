package io.scapa.statistics.prevalence;

/**
 * A weighted sum of independent gamma variables, Q = sum of a_i G_i with G_i ~ Gamma(shape_i, 1), and the probability
 * that it is positive. Its cumulant generating function is K(s) = -sum of shape_i ln(1 - a_i s), so
 * P(Q &gt; 0) = (1 / 2 pi i) * integral of exp(K(s)) / s along a vertical line right of 0 (H. Daniels, "Tail Probability
 * Approximations", International Statistical Review 55, 1987, equation 2.1). The line is laid through the saddle point
 * of K, where the integrand is almost a normal density, and the trapezoid rule after a sinh substitution then converges
 * geometrically: about 1e-11 in absolute terms with some hundred points, for one variable or for thousands.
 *
 * <p>The first {@code shared} coefficients have one shape, the last has shape 1: the form that {@link MeanBound} needs.
 */
final class GammaSum {
    private static final double STEP = 0.04;
    private static final int MAX_POINTS = 2000;
    private static final double NEGLIGIBLE = 1e-15;
    private static final double RESCALE = 1e120;

    private final double[] coefficients;
    private final double shape;

    /**
     * @param coefficients a_i; all but the last with {@code shape}, the last with shape 1
     * @param shape over 0
     */
    GammaSum(double[] coefficients, double shape) {
        this.coefficients = coefficients;
        this.shape = shape;
    }

    /** P(Q &gt; 0); 1 where no coefficient is negative and one is positive, 0 where none is positive. */
    double probabilityPositive() {
        double least = 0;
        double most = 0;
        for (double a : coefficients) {
            least = Math.min(least, a);
            most = Math.max(most, a);
        }
        if (most <= 0) {
            return 0;
        }
        if (least >= 0) {
            return 1;
        }
        double line = awayFromPole(saddlePoint(1 / least, 1 / most), 1 / least, 1 / most);
        double integral = integrate(line);
        return Math.clamp(line > 0 ? integral : 1 + integral, 0, 1);
    }

    /** The root of K', which rises from minus to plus infinity between its two poles. */
    private double saddlePoint(double from, double to) {
        double lower = from;
        double upper = to;
        double s = 0;
        for (int i = 0; i < 200 && upper - lower > 1e-9 * (to - from); i++) {
            double slope = 0;
            double curvature = 0;
            for (int j = 0; j < coefficients.length; j++) {
                double b = coefficients[j] / (1 - coefficients[j] * s);
                slope += shapeOf(j) * b;
                curvature += shapeOf(j) * b * b;
            }
            if (slope > 0) {
                upper = s;
            } else {
                lower = s;
            }
            double newton = s - slope / curvature;
            if (Math.abs(newton - s) < 1e-6 / Math.sqrt(curvature)) {
                return Math.clamp(newton, lower, upper);
            }
            s = newton > lower && newton < upper ? newton : 0.5 * (lower + upper);
        }
        return s;
    }

    /** The integrand has a pole at 0: a saddle point near it is left by half a standard deviation. */
    private double awayFromPole(double saddle, double from, double to) {
        double distance = 0.7 / Math.sqrt(curvature(saddle));
        if (Math.abs(saddle) >= distance) {
            return saddle;
        }
        return saddle >= 0 ? Math.min(distance, 0.5 * (saddle + to)) : Math.max(-distance, 0.5 * (saddle + from));
    }

    private double curvature(double s) {
        double sum = 0;
        for (int j = 0; j < coefficients.length; j++) {
            double b = coefficients[j] / (1 - coefficients[j] * s);
            sum += shapeOf(j) * b * b;
        }
        return sum;
    }

    private double shapeOf(int index) {
        return index == coefficients.length - 1 ? 1 : shape;
    }

    /** (1 / pi) * integral over t &gt; 0 of Re(exp(K(c + it)) / (c + it)), with t = unit * sinh(v). */
    private double integrate(double c) {
        double[] tilted = new double[coefficients.length];
        double logHeight = 0;
        for (int j = 0; j < coefficients.length; j++) {
            tilted[j] = coefficients[j] / (1 - coefficients[j] * c);
            logHeight -= shapeOf(j) * Math.log1p(-coefficients[j] * c);
        }
        double height = Math.exp(logHeight);
        double unit = 1 / Math.sqrt(curvature(c));
        double sum = 0.5 * unit / c;
        for (int i = 1; i < MAX_POINTS; i++) {
            double t = unit * Math.sinh(i * STEP);
            double slope = unit * Math.cosh(i * STEP);
            double[] decay = logOfProduct(tilted, t);
            double magnitude = Math.exp(decay[0]) * slope / (c * c + t * t);
            sum += magnitude * (c * Math.cos(decay[1]) + t * Math.sin(decay[1]));
            if (magnitude * (Math.abs(c) + t) < NEGLIGIBLE) {
                break;
            }
        }
        return height * sum * STEP / Math.PI;
    }

    /**
     * Log modulus and continuous argument of the product of (1 - i b_j t)^(-shape_j). The factors are multiplied, not
     * their logarithms added, and the turns of the product past the negative axis counted: no factor turns it by more
     * than a right angle, so none is missed.
     */
    private double[] logOfProduct(double[] b, double t) {
        double re = 1;
        double im = 0;
        double logScale = 0;
        int turns = 0;
        int last = b.length - 1;
        for (int j = 0; j < last; j++) {
            double y = -b[j] * t;
            double nextRe = re - im * y;
            double nextIm = im + re * y;
            if (y > 0 && im >= 0 && nextIm < 0) {
                turns++;
            } else if (y < 0 && im < 0 && nextIm >= 0) {
                turns--;
            }
            re = nextRe;
            im = nextIm;
            if (Math.abs(re) + Math.abs(im) > RESCALE) {
                re /= RESCALE;
                im /= RESCALE;
                logScale += Math.log(RESCALE);
            }
        }
        double logModulus = logScale + 0.5 * Math.log(re * re + im * im);
        double argument = Math.atan2(im, re) + 2 * Math.PI * turns;
        double z = b[last] * t;
        return new double[] {-shape * logModulus - 0.5 * Math.log1p(z * z), -shape * argument + Math.atan(z)};
    }
}
