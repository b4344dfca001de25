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

    /**
     * Adds the values of one chunk. Four running sums each, so that one addition need not wait for the last; their order is
     * fixed, so the result is too.
     */
    void add(double[] values, int n) {
        double centre = sum(values, n) / n;
        double a2 = 0;
        double a3 = 0;
        double a4 = 0;
        double b2 = 0;
        double b3 = 0;
        double b4 = 0;
        int i = 0;
        for (; i + 1 < n; i += 2) {
            double d = values[i] - centre;
            double e = values[i + 1] - centre;
            double square = d * d;
            double other = e * e;
            a2 += square;
            b2 += other;
            a3 = Math.fma(square, d, a3);
            b3 = Math.fma(other, e, b3);
            a4 = Math.fma(square, square, a4);
            b4 = Math.fma(other, other, b4);
        }
        if (i < n) {
            double d = values[i] - centre;
            a2 += d * d;
            a3 += d * d * d;
            a4 += d * d * d * d;
        }
        merge(n, centre, a2 + b2, a3 + b3, a4 + b4);
    }

    private double sum(double[] values, int n) {
        double low = least;
        double high = most;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }
        for (; i < n; i++) {
            a += values[i];
        }
        for (int k = 0; k < n; k++) {
            double value = values[k];
            if (value < low) {
                low = value;
            }
            if (value > high) {
                high = value;
            }
        }
        least = low;
        most = high;
        return a + b + (c + d);
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

    void write(java.io.DataOutput out) throws java.io.IOException {
        out.writeLong(count);
        for (double value : new double[] {mean, m2, m3, m4, least, most}) {
            out.writeDouble(value);
        }
    }

    void read(java.io.DataInput in) throws java.io.IOException {
        count = in.readLong();
        mean = in.readDouble();
        m2 = in.readDouble();
        m3 = in.readDouble();
        m4 = in.readDouble();
        least = in.readDouble();
        most = in.readDouble();
    }
}
