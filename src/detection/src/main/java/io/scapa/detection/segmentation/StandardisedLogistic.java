package io.scapa.detection.segmentation;

import io.scapa.detection.classifier.BundleInput;
import io.scapa.detection.classifier.BundleOutput;

/**
 * A logistic regression over standardised inputs.
 *
 * @param means of the inputs
 * @param deviations of the inputs, positive
 * @param coefficients one an input, the intercept last
 */
public record StandardisedLogistic(double[] means, double[] deviations, double[] coefficients) {
    public StandardisedLogistic {
        if (deviations.length != means.length || coefficients.length != means.length + 1) {
            throw new IllegalArgumentException("expected as many deviations as means and one coefficient more, got "
                    + means.length + ", " + deviations.length + " and " + coefficients.length);
        }
    }

    /** The probability. */
    public double probability(double[] x) {
        double sum = coefficients[means.length];
        for (int i = 0; i < means.length; i++) {
            sum += coefficients[i] * (x[i] - means[i]) / deviations[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    void write(BundleOutput out) {
        out.doubles(means);
        out.doubles(deviations);
        out.doubles(coefficients);
    }

    static StandardisedLogistic read(BundleInput in) {
        return new StandardisedLogistic(in.doubles(), in.doubles(), in.doubles());
    }
}
