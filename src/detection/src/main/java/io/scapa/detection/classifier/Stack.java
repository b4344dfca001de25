package io.scapa.detection.classifier;

/**
 * The last stage: a logistic regression over the members' standardised margins, the length of the text, and their products,
 * fitted on margins of texts whose sources the members had not seen (Wolpert 1992). The length decides how far a margin is
 * to be believed: a threshold that does not know it flags 7% of human texts under 50 words where 1% was asked for.
 *
 * @param means of each member's margin
 * @param deviations of each
 * @param coefficients one an input, the intercept last
 */
public record Stack(double[] means, double[] deviations, double[] coefficients) {
    private static final double REFERENCE_WORDS = 200;
    private static final double SHORT = -0.7;

    /** How many inputs the regression has for a number of members. */
    public static int inputs(int members) {
        return 3 * members + 3;
    }

    /** The inputs: margins, length, and their products. */
    public double[] inputs(double[] margins, int words) {
        int members = means.length;
        double[] x = new double[inputs(members)];
        double length = Math.log(Math.max(5, Math.min(2000, words)) / REFERENCE_WORDS);
        double shortness = Math.min(length, SHORT);
        int at = 0;
        for (int m = 0; m < members; m++) {
            double z = (margins[m] - means[m]) / deviations[m];
            x[at++] = z;
            x[at++] = z * length;
            x[at++] = z * shortness;
        }
        x[at++] = length;
        x[at++] = length * length;
        x[at] = shortness;
        return x;
    }

    /** The log odds that a text is synthetic, at prior 0.5. */
    public double margin(double[] margins, int words) {
        double[] x = inputs(margins, words);
        double sum = coefficients[x.length];
        for (int i = 0; i < x.length; i++) {
            sum += coefficients[i] * x[i];
        }
        return sum;
    }
}
