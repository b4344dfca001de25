package io.scapa.simulation.family.categorical;

/** What is observed of a data set of symbols. */
final class SymbolObserver {
    private final double[] plogp;
    private final int usualRows;

    /**
     * @param plogp -p log p by count, for data sets of {@code usualRows} rows
     */
    SymbolObserver(double[] plogp, int usualRows) {
        this.plogp = plogp;
        this.usualRows = usualRows;
    }

    /** Writes the observables of counts that sum to a number of rows. */
    void observe(int[] counts, int rows, double[] observed) {
        double m = rows;
        double squares = 0;
        double entropy = 0;
        int alive = 0;
        int rare = 0;
        int rareRows = 0;
        int half = counts.length / 2;
        int tabled = rows == usualRows ? plogp.length : 0;
        for (int k = 0; k < counts.length; k++) {
            int count = counts[k];
            if (count > 0) {
                double p = count / m;
                squares += p * p;
                entropy += count < tabled ? plogp[count] : -p * Math.log(p);
                alive++;
                if (k >= half) {
                    rare++;
                    rareRows += count;
                }
            }
        }
        observed[0] = squares;
        observed[1] = alive;
        observed[2] = entropy;
        observed[3] = rare / (double) (counts.length - half);
        observed[4] = rareRows / m;
    }
}
