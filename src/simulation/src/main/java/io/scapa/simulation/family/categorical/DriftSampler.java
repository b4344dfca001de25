package io.scapa.simulation.family.categorical;

import io.scapa.simulation.random.AliasTable;
import io.scapa.simulation.random.ChainRandom;
import io.scapa.simulation.random.PoissonTables;
import io.scapa.simulation.random.Variates;

/**
 * Draws M rows of {@code alpha phat + rho p} in time of the order of the symbols, not the rows. Real rows are drawn one by
 * one from an alias table. Of the n synthetic rows most come as independent Poisson counts with means a little below
 * n phat: given their total they are multinomial, so that topping them up one by one to n gives a multinomial of n rows
 * exactly; a total above n is drawn again.
 */
final class DriftSampler {
    private static final double MARGIN = 4.5;
    private static final int GUIDE_SHIFT = 5;

    private final int rows;
    private final double real;
    private final AliasTable truth;
    private final PoissonTables tables;
    private final int[] cumulative;
    private final int[] guide;

    /** What the chains of a scenario share. */
    record Shared(AliasTable truth, PoissonTables tables, int rows, double real) {
        /** Whether this way pays: real rows few enough, and enough synthetic ones for the margin. */
        static boolean pays(int rows, double real, int symbols) {
            return rows * (1 - real) > 400 && rows * real < 4.0 * symbols;
        }

        static Shared of(double[] truth, int rows, double real) {
            double synthetic = rows * (1 - real);
            double below = MARGIN * Math.sqrt(synthetic + rows * real * (1 - real));
            return new Shared(new AliasTable(truth), new PoissonTables((synthetic - below) / rows), rows, real);
        }
    }

    DriftSampler(Shared shared, int symbols) {
        rows = shared.rows();
        real = shared.real();
        truth = shared.truth();
        tables = shared.tables();
        cumulative = new int[symbols + 1];
        guide = new int[(rows >> GUIDE_SHIFT) + 1];
    }

    /** Replaces counts by the next data set's. */
    void next(ChainRandom random, int[] counts, int[] next) {
        int fresh = Variates.binomial(random, rows, real);
        int wanted = rows - fresh;
        int drawn;
        do {
            drawn = 0;
            for (int k = 0; k < counts.length; k++) {
                int count = tables.draw(random, counts[k]);
                next[k] = count;
                drawn += count;
            }
        } while (drawn > wanted);
        topUp(random, counts, next, wanted - drawn);
        for (int i = 0; i < fresh; i++) {
            next[truth.draw(random)]++;
        }
    }

    private void topUp(ChainRandom random, int[] counts, int[] next, int missing) {
        int sum = 0;
        int entry = 0;
        for (int k = 0; k < counts.length; k++) {
            sum += counts[k];
            cumulative[k + 1] = sum;
            while (entry < guide.length && entry << GUIDE_SHIFT < sum) {
                guide[entry++] = k;
            }
        }
        for (int i = 0; i < missing; i++) {
            int row = random.nextInt(rows);
            int k = guide[row >> GUIDE_SHIFT];
            while (cumulative[k + 1] <= row) {
                k++;
            }
            next[k]++;
        }
    }
}
