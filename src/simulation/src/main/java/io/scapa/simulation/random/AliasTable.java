package io.scapa.simulation.random;

/** Draws from a fixed discrete law in constant time: the alias method (Walker 1977, Vose 1991). Immutable. */
public final class AliasTable {
    private final double[] keep;
    private final int[] other;

    /** @param weights non-negative with a positive sum */
    public AliasTable(double[] weights) {
        int n = weights.length;
        keep = new double[n];
        other = new int[n];
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        int[] small = new int[n];
        int[] large = new int[n];
        int smalls = 0;
        int larges = 0;
        double[] scaled = new double[n];
        for (int i = 0; i < n; i++) {
            scaled[i] = weights[i] * n / sum;
            if (scaled[i] < 1) {
                small[smalls++] = i;
            } else {
                large[larges++] = i;
            }
        }
        while (smalls > 0 && larges > 0) {
            int less = small[--smalls];
            int more = large[larges - 1];
            keep[less] = scaled[less];
            other[less] = more;
            scaled[more] -= 1 - scaled[less];
            if (scaled[more] < 1) {
                small[smalls++] = large[--larges];
            }
        }
        while (larges > 0) {
            keep[large[--larges]] = 1;
        }
        while (smalls > 0) {
            keep[small[--smalls]] = 1;
        }
    }

    /** One draw. */
    public int draw(ChainRandom random) {
        double u = random.nextDouble() * keep.length;
        int i = (int) u;
        return u - i < keep[i] ? i : other[i];
    }
}
