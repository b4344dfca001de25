package io.scapa.curation.plan;

/**
 * How wrong a calibrated probability may be for a whole pool at once. Without an audit the pool's posteriors are taken to be
 * off by one common shift in log-odds with standard deviation {@link #SD}: errors of documents of one pool are not
 * independent, and treating them so gives a "95%" bound that holds half of the time.
 */
public final class CalibrationShift {
    /** Assumed standard deviation of the shift in log-odds. */
    public static final double SD = 0.5;

    private CalibrationShift() {}

    /** A probability after a shift of its log-odds; 0 and 1 stay. */
    public static double shifted(double probability, double shift) {
        if (probability <= 0 || probability >= 1) {
            return probability;
        }
        double logit = Math.log(probability / (1 - probability)) + shift;
        return 1 / (1 + Math.exp(-logit));
    }
}
