package io.scapa.simulation.family.gaussian;

import io.scapa.simulation.family.gaussian.GaussianFamily.Sampling;
import io.scapa.simulation.random.ChainRandom;
import io.scapa.simulation.random.Variates;

/**
 * Rows of a data set as their count, mean and sum of squares about the mean; groups from different sources are merged by
 * Chan's formula, so that a variance of 1e-12 keeps its digits beside a mean of 1.
 */
final class SampleSums {
    private final Sampling sampling;
    private final ChainRandom random;
    private final double[] sums = new double[2];
    private double rows;
    private double mean;
    private double squares;

    SampleSums(Sampling sampling, ChainRandom random) {
        this.sampling = sampling;
        this.random = random;
    }

    void clear() {
        rows = 0;
        mean = 0;
        squares = 0;
    }

    /** Draws {@code count} rows from a normal law and adds them. */
    void draw(int count, double centre, double sd) {
        if (count == 0) {
            return;
        }
        if (sampling == Sampling.EXPLICIT) {
            random.sumGaussians(count, sums);
            double average = sums[0] / count;
            double about = Math.max(0, sums[1] - sums[0] * average);
            add(count, centre + sd * average, sd * sd * about);
        } else {
            double average = random.nextGaussian() / Math.sqrt(count);
            double about = count > 1 ? Variates.chiSquare(random, count - 1) : 0;
            add(count, centre + sd * average, sd * sd * about);
        }
    }

    /** Adds {@code count} rows drawn with replacement from stored ones. */
    void redraw(int count, double[] stored, int size) {
        for (int i = 0; i < count; i++) {
            add(1, stored[random.nextInt(size)], 0);
        }
    }

    void add(double count, double centre, double about) {
        double total = rows + count;
        double delta = centre - mean;
        squares += about + delta * delta * rows * count / total;
        mean += delta * count / total;
        rows = total;
    }

    double rows() {
        return rows;
    }

    double mean() {
        return mean;
    }

    double squares() {
        return squares;
    }
}
