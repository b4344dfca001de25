package io.scapa.simulation.family.images;

import io.scapa.simulation.family.rows.RowModel;
import io.scapa.simulation.random.ChainRandom;

/**
 * Probabilistic principal components (Tipping and Bishop 1999): {@code x = mean + W z + noise}, with z standard normal and
 * W the leading components scaled by the square roots of their variances beyond the noise.
 */
public final class PrincipalComponents implements RowModel {
    private static final double LEAST_NOISE = 1e-9;

    private final double[] mean;
    /** Orthonormal, one after the other. */
    private final double[][] components;

    private final double[] variances;
    private final double noise;
    private final boolean noisy;

    /**
     * @param components orthonormal directions
     * @param variances along them, in descending order
     * @param noise variance of the pixels that the decoder takes for noise
     * @param noisy whether what it draws has the noise in it, as its law says, or is the decoder's mean alone, as pictures of
     *     auto-encoders are usually drawn
     */
    PrincipalComponents(double[] mean, double[][] components, double[] variances, double noise, boolean noisy) {
        this.mean = mean;
        this.components = components;
        this.variances = variances;
        this.noise = Math.max(LEAST_NOISE, noise);
        this.noisy = noisy;
    }

    @Override
    public void sample(double[] out, int at, ChainRandom random, double bias) {
        System.arraycopy(mean, 0, out, at, mean.length);
        for (int k = 0; k < components.length; k++) {
            double scale = bias * Math.sqrt(signal(k)) * random.nextGaussian();
            for (int j = 0; j < mean.length; j++) {
                out[at + j] += scale * components[k][j];
            }
        }
        if (noisy) {
            double sd = bias * Math.sqrt(noise);
            for (int j = 0; j < mean.length; j++) {
                out[at + j] += sd * random.nextGaussian();
            }
        }
    }

    @Override
    public double logDensity(double[] rows, int at) {
        double left = 0;
        double inside = 0;
        double log = 0;
        for (int j = 0; j < mean.length; j++) {
            left += square(rows[at + j] - mean[j]);
        }
        for (int k = 0; k < components.length; k++) {
            double along = along(k, rows, at);
            double variance = Math.max(noise, variances[k]);
            left -= along * along;
            inside += along * along / variance;
            log += Math.log(variance);
        }
        int others = mean.length - components.length;
        return -0.5
                * (inside
                        + Math.max(0, left) / noise
                        + log
                        + others * Math.log(noise)
                        + mean.length * Math.log(2 * Math.PI));
    }

    private static double square(double x) {
        return x * x;
    }

    private double along(int k, double[] rows, int at) {
        double sum = 0;
        for (int j = 0; j < mean.length; j++) {
            sum += components[k][j] * (rows[at + j] - mean[j]);
        }
        return sum;
    }

    /** Mean squared error per pixel of a picture that is encoded and decoded. */
    public double reconstructionError(double[] rows, int at) {
        double left = 0;
        for (int j = 0; j < mean.length; j++) {
            left += square(rows[at + j] - mean[j]);
        }
        for (int k = 0; k < components.length; k++) {
            // A direction without variance left encodes nothing: the posterior mean shrinks to the mean.
            double kept = variances[k] <= noise ? 0 : (variances[k] - noise) / variances[k];
            left -= square(along(k, rows, at)) * (1 - square(1 - kept));
        }
        return Math.max(0, left) / mean.length;
    }

    /** The decoder's noise variance per pixel. */
    double noise() {
        return noise;
    }

    /** Variance along a component beyond the noise: 0 where the code has given it up. */
    private double signal(int k) {
        return Math.max(0, variances[k] - noise);
    }

    /** Total variance of what it draws. */
    public double totalVariance() {
        double sum = noisy ? noise * mean.length : 0;
        for (int k = 0; k < variances.length; k++) {
            sum += signal(k);
        }
        return sum;
    }

    /** Effective number of dimensions of the code: (sum of signal variances)^2 over the sum of their squares. */
    public double effectiveDimensions() {
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < variances.length; k++) {
            sum += signal(k);
            squares += signal(k) * signal(k);
        }
        return squares == 0 ? 0 : sum * sum / squares;
    }
}
