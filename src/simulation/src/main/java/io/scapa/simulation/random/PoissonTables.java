package io.scapa.simulation.random;

/**
 * Poisson variates whose mean is a fixed rate times a small whole number: inversion from a table per whole number, entered
 * through a guide of the uniform's leading bits (Chen and Asau 1974). Larger numbers go through {@link Variates#poisson}.
 * Immutable; shared by all chains of a scenario.
 */
public final class PoissonTables {
    private static final int LARGEST = 255;
    private static final int GUIDE_BITS = 5;
    private static final double GUIDES = 1 << GUIDE_BITS;

    private final double rate;
    private final double[][] cumulative = new double[LARGEST + 1][];
    private final short[][] guide = new short[LARGEST + 1][1 << GUIDE_BITS];
    /** What the guide's first entry stands for. */
    private final int[] base = new int[LARGEST + 1];

    /** @param rate mean per unit, above 0 and at most 1 */
    public PoissonTables(double rate) {
        if (!(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException("expected a rate in (0, 1], got " + rate);
        }
        this.rate = rate;
        for (int units = 1; units <= LARGEST; units++) {
            build(units);
        }
    }

    private void build(int units) {
        double mean = rate * units;
        double spread = Math.sqrt(mean);
        int low = (int) Math.max(0, mean - 9 * spread - 9);
        int high = (int) (mean + 11 * spread + 25);
        double[] sums = new double[high - low + 1];
        double mass = Math.exp(-mean);
        for (int k = 1; k <= low; k++) {
            mass *= mean / k;
        }
        double sum = 0;
        for (int k = low; k <= high; k++) {
            sum += mass;
            sums[k - low] = sum;
            mass *= mean / (k + 1);
        }
        sums[sums.length - 1] = 1;
        cumulative[units] = sums;
        int k = 0;
        int first = -1;
        for (int g = 0; g < GUIDES; g++) {
            while (sums[k] <= g / GUIDES) {
                k++;
            }
            first = first < 0 ? k : first;
            guide[units][g] = (short) (k - first);
        }
        base[units] = low + first;
        cumulative[units] = java.util.Arrays.copyOfRange(sums, first, sums.length);
    }

    /** A Poisson variate of mean rate times units. */
    public int draw(ChainRandom random, int units) {
        if (units == 0) {
            return 0;
        }
        if (units > LARGEST) {
            return Variates.poisson(random, rate * units);
        }
        double u = random.nextDouble();
        int k = guide[units][(int) (u * GUIDES)];
        double[] sums = cumulative[units];
        while (sums[k] <= u) {
            k++;
        }
        return base[units] + k;
    }
}
