package io.scapa.detection.watermark.scheme;

/**
 * SynthID's Bayesian detector with given parameters, which are trained for one set of keys and one model: for each layer the
 * chance that the tournament had two different candidates depends on the earlier layers' bits.
 *
 * @param prior P(marked), in (0, 1)
 * @param beta one a layer
 * @param delta layer by earlier layer, row by row
 */
public record SynthIdBayesian(double prior, double[] beta, double[][] delta) {
    public SynthIdBayesian {
        if (!(prior > 0 && prior < 1)) {
            throw new IllegalArgumentException("a prior lies in (0, 1), got " + prior);
        }
        if (delta.length != beta.length) {
            throw new IllegalArgumentException("delta has " + delta.length + " rows for " + beta.length + " layers");
        }
    }

    /** P(marked | g-values), over the n-grams that count. */
    public double posterior(byte[][] values, boolean[] counted) {
        double logOdds = Math.log(prior) - Math.log1p(-prior);
        for (int row = 0; row < values.length; row++) {
            if (counted[row]) {
                logOdds += logLikelihoodRatio(values[row]);
            }
        }
        return sigmoid(logOdds);
    }

    private double logLikelihoodRatio(byte[] bits) {
        double sum = 0;
        for (int layer = 0; layer < beta.length; layer++) {
            double logit = beta[layer];
            for (int earlier = 0; earlier < layer; earlier++) {
                logit += delta[layer][earlier] * bits[earlier];
            }
            double two = sigmoid(logit);
            sum += Math.log(0.5 * ((bits[layer] + 0.5) * two + 1 - two)) - Math.log(0.5);
        }
        return sum;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
