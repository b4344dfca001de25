package io.scapa.simulation.preset;

/**
 * The random numbers of the d3 library as the blog used them: a 32-bit linear congruential generator
 * (state = 1664525 state + 1013904223) and the polar method for normal variates, which makes two and hands out the second
 * first. Kept to replay published figures digit by digit; nothing else draws from it.
 */
public final class D3Random {
    private int state;

    /** @param seed the generator's first state */
    public D3Random(int seed) {
        state = seed;
    }

    /** A uniform variate on [0, 1) with 32 bits. */
    public double next() {
        state = 1664525 * state + 1013904223;
        return (state & 0xffffffffL) * 0x1.0p-32;
    }

    /**
     * What the blog's {@code rnorm(mu, sd)} gives: a new normal generator per call, so the spare variate of an odd count is
     * dropped between calls.
     */
    public double[] normals(int count, double mu, double sd) {
        double[] values = new double[count];
        double spare = Double.NaN;
        for (int i = 0; i < count; i++) {
            if (!Double.isNaN(spare)) {
                values[i] = mu + sd * spare;
                spare = Double.NaN;
                continue;
            }
            double x;
            double y;
            double r;
            do {
                x = next() * 2 - 1;
                y = next() * 2 - 1;
                r = x * x + y * y;
            } while (r == 0 || r > 1);
            double scale = Math.sqrt(-2 * Math.log(r) / r);
            values[i] = mu + sd * y * scale;
            spare = x * scale;
        }
        return values;
    }
}
