package io.scapa.detection.classifier;

import java.util.List;

/**
 * What the members' margins say of a text that is like those that they were trained on: a logistic regression over some means of
 * standardised margins, the logarithm of the length, and their squares and products, fitted on margins of texts whose prompts, but
 * not whose sources, the members had not seen. It may trust what a member has learnt of a source's writers; a {@link Stack.Part}
 * must not.
 *
 * @param groups the members of each mean
 * @param coefficients one an input, the intercept last
 */
public record SeenSources(List<int[]> groups, double[] coefficients) {
    public SeenSources {
        groups = List.copyOf(groups);
        if (groups.isEmpty() || coefficients.length != inputs(groups.size()) + 1) {
            throw new IllegalArgumentException("expected at least one group and " + (inputs(groups.size()) + 1)
                    + " coefficients, got " + groups.size() + " and " + coefficients.length);
        }
    }

    /** How many inputs there are for some groups. */
    static int inputs(int groups) {
        return groups + (groups + 1) * (groups + 2) / 2 + 2;
    }

    /**
     * The regression's inputs.
     *
     * @param means of the groups' standardised margins
     * @param words the length of the text
     */
    public static double[] inputs(double[] means, int words) {
        int groups = means.length;
        double length = Stack.length(words);
        double[] x = new double[inputs(groups)];
        System.arraycopy(means, 0, x, 0, groups);
        int at = groups;
        for (int i = 0; i <= groups; i++) {
            for (int j = i; j <= groups; j++) {
                x[at++] = (i < groups ? means[i] : length) * (j < groups ? means[j] : length);
            }
        }
        x[at++] = length;
        x[at] = Stack.shortness(length);
        return x;
    }

    /** The log odds that a text is synthetic, at prior 0.5. */
    double margin(double[] means, int words) {
        double[] x = inputs(means, words);
        double sum = coefficients[x.length];
        for (int i = 0; i < x.length; i++) {
            sum += coefficients[i] * x[i];
        }
        return sum;
    }
}
