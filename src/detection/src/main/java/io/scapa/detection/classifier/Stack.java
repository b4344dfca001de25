package io.scapa.detection.classifier;

/**
 * The last stage: a logistic regression over the mean of the members' standardised margins, the length of the text, and their
 * products, fitted on margins of texts whose sources the members had not seen (Wolpert 1992). The members weigh the same: weights
 * fitted to a handful of sources hold for these. The length decides how far a margin is to be believed: a threshold that does not
 * know it flags 7% of human texts under 50 words where 1% was asked for.
 *
 * @param means of each member's margin
 * @param deviations of each
 * @param coefficients one an input, the intercept last
 */
public record Stack(double[] means, double[] deviations, double[] coefficients) {
    /** How many inputs the regression has. */
    public static final int INPUTS = 6;

    private static final double REFERENCE_WORDS = 200;
    private static final double SHORT = -0.7;

    /** The mean of the members' standardised margins. */
    public double mean(double[] margins) {
        double sum = 0;
        for (int m = 0; m < means.length; m++) {
            sum += (margins[m] - means[m]) / deviations[m];
        }
        return sum / means.length;
    }

    /** The inputs: mean margin, length, and their products. */
    public double[] inputs(double[] margins, int words) {
        double mean = mean(margins);
        double length = Math.log(Math.max(5, Math.min(2000, words)) / REFERENCE_WORDS);
        double shortness = Math.min(length, SHORT);
        return new double[] {mean, mean * length, mean * shortness, length, length * length, shortness};
    }

    /** The log odds that a text is synthetic, at prior 0.5. */
    public double margin(double[] margins, int words) {
        double[] x = inputs(margins, words);
        double sum = coefficients[INPUTS];
        for (int i = 0; i < INPUTS; i++) {
            sum += coefficients[i] * x[i];
        }
        return sum;
    }
}
