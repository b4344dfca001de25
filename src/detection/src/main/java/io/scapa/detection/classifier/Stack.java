package io.scapa.detection.classifier;

import java.util.List;

/**
 * The last stage: a mixture of ways in which a synthetic text comes about. A text is synthetic if it was generated, or edited, or
 * continued by a base model, and each way betrays itself by features of its own; so the likelihood ratio is the sum of the
 * parts' ratios, each times the part's share. A mean of the parts' margins, which is what a single classifier amounts to, asks for
 * a text that looks like all of them.
 *
 * <p>A part's log ratio is a logistic regression over the mean of its members' standardised margins, the length of the text, and
 * their products, fitted on margins of texts whose sources the members had not seen (Wolpert 1992). A part's members weigh the
 * same: weights fitted to a handful of sources hold for these. The length decides how far a margin is to be believed: a
 * threshold that does not know it flags 7% of human texts under 50 words where 1% was asked for.
 *
 * @param means of each member's margin over human texts
 * @param deviations of each
 * @param parts the mixture
 */
public record Stack(double[] means, double[] deviations, List<Part> parts) {
    /** How many inputs each part's regression has. */
    public static final int INPUTS = 6;

    private static final double REFERENCE_WORDS = 200;
    private static final double SHORT = -0.7;

    public Stack {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a last stage needs a part, got none");
        }
    }

    /**
     * One way in which a synthetic text comes about.
     *
     * @param share of synthetic texts that came about so, before the text is seen; positive
     * @param members which members' margins it takes the mean of
     * @param coefficients one an input, the intercept last
     */
    public record Part(double share, int[] members, double[] coefficients) {
        public Part {
            if (!(share > 0) || members.length == 0 || coefficients.length != INPUTS + 1) {
                throw new IllegalArgumentException("expected a positive share, members and " + (INPUTS + 1)
                        + " coefficients, got " + share + ", " + members.length + " and " + coefficients.length);
            }
        }

        /** The log odds that a text came about so rather than by a human hand, at prior 0.5. */
        double margin(double mean, int words) {
            double[] x = inputs(mean, words);
            double sum = coefficients[INPUTS];
            for (int i = 0; i < INPUTS; i++) {
                sum += coefficients[i] * x[i];
            }
            return sum;
        }
    }

    /** The mean of some members' standardised margins. */
    public double mean(double[] margins, int[] members) {
        double sum = 0;
        for (int m : members) {
            sum += (margins[m] - means[m]) / deviations[m];
        }
        return sum / members.length;
    }

    /** A part's inputs: the mean margin, the length, and their products. */
    public static double[] inputs(double mean, int words) {
        double length = Math.log(Math.max(5, Math.min(2000, words)) / REFERENCE_WORDS);
        double shortness = Math.min(length, SHORT);
        return new double[] {mean, mean * length, mean * shortness, length, length * length, shortness};
    }

    /** The log odds that a text is synthetic, at prior 0.5: the logarithm of the parts' weighted sum. */
    public double margin(double[] margins, int words) {
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (Part part : parts) {
            double term = Math.log(part.share()) + part.margin(mean(margins, part.members()), words);
            if (term > most) {
                sum = sum * Math.exp(most - term) + 1;
                most = term;
            } else {
                sum += Math.exp(term - most);
            }
        }
        return most + Math.log(sum);
    }
}
