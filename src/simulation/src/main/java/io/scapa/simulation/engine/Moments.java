package io.scapa.simulation.engine;

/**
 * Mean and central moments up to the fourth of one observable at one generation, over all chains so far. Chunks are merged
 * by Pebay's formulas (2008, Sandia report 2008-6212), always in the order of the chunks, so that the sums do not depend
 * on the number of threads.
 */
public final class Moments {
    private long count;
    private double mean;
    private double m2;
    private double m3;
    private double m4;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    /** Adds the values of one chunk. */
    void add(double[] values, int n) {
        double sum = 0;
        double low = least;
        double high = most;
        for (int i = 0; i < n; i++) {
            sum += values[i];
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        least = low;
        most = high;
        double centre = sum / n;
        double a2 = 0;
        double a3 = 0;
        double a4 = 0;
        for (int i = 0; i < n; i++) {
            double d = values[i] - centre;
            double square = d * d;
            a2 += square;
            a3 += square * d;
            a4 += square * square;
        }
        merge(n, centre, a2, a3, a4);
    }

    private void merge(long n, double centre, double a2, double a3, double a4) {
        double total = count + n;
        double delta = centre - mean;
        double d = delta / total;
        double cross = delta * d * count * n;
        double share = count * (double) count - count * (double) n + n * (double) n;
        m4 += a4
                + cross * d * d * share
                + 6 * d * d * (count * (double) count * a2 + n * (double) n * m2)
                + 4 * d * (count * a3 - n * m3);
        m3 += a3 + cross * d * (count - n) + 3 * d * (count * a2 - n * m2);
        m2 += a2 + cross;
        mean += d * n;
        count += n;
    }

    /** Chains so far. */
    public long count() {
        return count;
    }

    /** Mean over the chains. */
    public double mean() {
        return mean;
    }

    /** Unbiased variance over the chains; 0 for one chain. */
    public double variance() {
        return count > 1 ? m2 / (count - 1) : 0;
    }

    /** Standard error of the mean. */
    public double standardError() {
        return Math.sqrt(variance() / count);
    }

    /** Standard error of the variance, from the fourth moment. */
    public double varianceStandardError() {
        double v = m2 / count;
        return Math.sqrt(Math.max(0, (m4 / count - v * v) / count));
    }

    /** Smallest value. */
    public double least() {
        return least;
    }

    /** Largest value. */
    public double most() {
        return most;
    }
}
