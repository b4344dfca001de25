package io.scapa.statistics.prevalence;

import java.util.random.RandomGenerator;

/**
 * How the detector's log likelihood ratios (its log-odds at prior 0.5) relate to the true ones, true = intercept + slope *
 * stated, and how well that is known.
 *
 * @param intercept 0 for a detector that is calibrated already
 * @param slope 1 for a detector that is calibrated already, over 0
 * @param interceptVariance of the fit
 * @param covariance of the fit
 * @param slopeVariance of the fit
 * @param transferSd standard deviation of the further shift between the calibration texts and the pool, in log-odds; no
 *     sample of calibration texts can tell it
 */
public record LogOddsCalibration(
        double intercept,
        double slope,
        double interceptVariance,
        double covariance,
        double slopeVariance,
        double transferSd) {
    /** The shift to reckon with where nobody measured it: what the project's acceptance asks bounds to survive. */
    public static final double UNKNOWN_TRANSFER_SD = 1;

    private static final int MAX_ITERATIONS = 100;
    private static final double LEAST_SLOPE = 0.05;

    public LogOddsCalibration {
        if (!(slope > 0 && Double.isFinite(intercept) && Double.isFinite(slope))) {
            throw new IllegalArgumentException("a calibration's slope is over 0, got " + slope + " x + " + intercept);
        }
        if (!(interceptVariance >= 0
                && slopeVariance >= 0
                && transferSd >= 0
                && covariance * covariance <= interceptVariance * slopeVariance * (1 + 1e-9))) {
            throw new IllegalArgumentException("a calibration's covariance is not negative definite, got "
                    + interceptVariance + ", " + covariance + ", " + slopeVariance + ", transfer sd " + transferSd);
        }
    }

    /** A detector whose probabilities are taken as they are, but for a shift. */
    public static LogOddsCalibration asStated(double transferSd) {
        return new LogOddsCalibration(0, 1, 0, 0, 0, transferSd);
    }

    /**
     * Fits intercept and slope on texts of known origin by logistic regression (J. Platt, "Probabilistic Outputs for
     * Support Vector Machines", 1999, with his smoothed targets), the classes weighted to prior 0.5; the covariance is
     * the inverse of the Fisher information.
     *
     * @param logOdds the detector's log-odds of each text
     * @param synthetic whether it is synthetic
     * @param transferSd see the record
     * @throws IllegalArgumentException where the arrays differ in length, a class is missing, or the fitted slope is not
     *     over 0
     */
    public static LogOddsCalibration fit(double[] logOdds, boolean[] synthetic, double transferSd) {
        int n = logOdds.length;
        int positives = 0;
        for (boolean s : synthetic) {
            positives += s ? 1 : 0;
        }
        if (n != synthetic.length || positives == 0 || positives == n) {
            throw new IllegalArgumentException("a calibration needs texts of both origins with their log-odds, got "
                    + positives + " synthetic of " + synthetic.length + " with " + n + " log-odds");
        }
        double high = (positives + 1.0) / (positives + 2.0);
        double low = 1.0 / (n - positives + 2.0);
        double offset = Math.log((double) positives / (n - positives));
        double a = 0;
        double b = 1;
        double aa = 0;
        double ab = 0;
        double bb = 0;
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            double ga = 0;
            double gb = 0;
            aa = 1e-9;
            ab = 0;
            bb = 1e-9;
            for (int i = 0; i < n; i++) {
                double p = ScoreHistogram.logistic(a + b * logOdds[i] + offset);
                double residual = (synthetic[i] ? high : low) - p;
                ga += residual;
                gb += residual * logOdds[i];
                aa += p * (1 - p);
                ab += p * (1 - p) * logOdds[i];
                bb += p * (1 - p) * logOdds[i] * logOdds[i];
            }
            double determinant = aa * bb - ab * ab;
            double stepA = (bb * ga - ab * gb) / determinant;
            double stepB = (aa * gb - ab * ga) / determinant;
            double damping = Math.min(1, 2 / (Math.abs(stepA) + Math.abs(stepB) + 1e-300));
            a += damping * stepA;
            b += damping * stepB;
            if (Math.abs(stepA) + Math.abs(stepB) < 1e-10) {
                break;
            }
        }
        double determinant = aa * bb - ab * ab;
        return new LogOddsCalibration(a, b, bb / determinant, -ab / determinant, aa / determinant, transferSd);
    }

    /** Whether intercept, slope and shift are known exactly. */
    boolean isCertain() {
        return interceptVariance == 0 && slopeVariance == 0 && transferSd == 0;
    }

    /** One calibration that the uncertainty allows. */
    LogOddsCalibration draw(RandomGenerator random) {
        double z1 = random.nextGaussian();
        double z2 = random.nextGaussian();
        double shift = transferSd * random.nextGaussian();
        double sdSlope = Math.sqrt(slopeVariance);
        double b = slope + sdSlope * z1;
        double along = sdSlope == 0 ? 0 : covariance / sdSlope;
        double across = Math.sqrt(Math.max(0, interceptVariance - along * along));
        return new LogOddsCalibration(
                intercept + along * z1 + across * z2 + shift, Math.max(LEAST_SLOPE, b), 0, 0, 0, 0);
    }

    /** The true log-odds of stated ones. */
    double apply(double stated) {
        return intercept + slope * stated;
    }
}
