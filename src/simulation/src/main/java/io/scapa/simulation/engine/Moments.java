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
    void add(double[] values, int from, int n) {
        double centre = sum(values, from, from + n) / n;
        double[] squares = new double[4];
        double[] cubes = new double[4];
        double[] fourths = new double[4];
        int whole = from + (n & ~3);
        powers(values, from, whole, centre, squares, cubes, fourths);
        for (int i = whole; i < from + n; i++) {
            double d = values[i] - centre;
            squares[0] += d * d;
            cubes[0] += d * d * d;
            fourths[0] += d * d * d * d;
        }
        merge(n, centre, joined(squares), joined(cubes), joined(fourths));
    }

    private static double joined(double[] parts) {
        return parts[0] + parts[1] + (parts[2] + parts[3]);
    }

    private static void powers(
            double[] values, int from, int until, double centre, double[] squares, double[] cubes, double[] fourths) {
        double a2 = 0;
        double b2 = 0;
        double c2 = 0;
        double d2 = 0;
        double a3 = 0;
        double b3 = 0;
        double c3 = 0;
        double d3 = 0;
        double a4 = 0;
        double b4 = 0;
        double c4 = 0;
        double d4 = 0;
        for (int i = from; i < until; i += 4) {
            double a = values[i] - centre;
            double b = values[i + 1] - centre;
            double c = values[i + 2] - centre;
            double d = values[i + 3] - centre;
            double aa = a * a;
            double bb = b * b;
            double cc = c * c;
            double dd = d * d;
            a2 += aa;
            b2 += bb;
            c2 += cc;
            d2 += dd;
            a3 = Math.fma(aa, a, a3);
            b3 = Math.fma(bb, b, b3);
            c3 = Math.fma(cc, c, c3);
            d3 = Math.fma(dd, d, d3);
            a4 = Math.fma(aa, aa, a4);
            b4 = Math.fma(bb, bb, b4);
            c4 = Math.fma(cc, cc, c4);
            d4 = Math.fma(dd, dd, d4);
        }
        squares[0] = a2;
        squares[1] = b2;
        squares[2] = c2;
        squares[3] = d2;
        cubes[0] = a3;
        cubes[1] = b3;
        cubes[2] = c3;
        cubes[3] = d3;
        fourths[0] = a4;
        fourths[1] = b4;
        fourths[2] = c4;
        fourths[3] = d4;
    }

    private double sum(double[] values, int from, int until) {
        double low = least;
        double high = most;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i + 3 < until; i += 4) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }
        for (; i < until; i++) {
            a += values[i];
        }
        for (int k = from; k < until; k++) {
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
