package io.scapa.simulation.family.categorical;

import io.scapa.simulation.family.rows.RowLearner;
import io.scapa.simulation.family.rows.RowModel;
import io.scapa.simulation.random.AliasTable;
import io.scapa.simulation.random.ChainRandom;
import org.jspecify.annotations.Nullable;

/**
 * Frequencies of symbols as a learner of rows of one number, the symbol: where rows must be kept. The rarer half of the symbols
 * are a detector's rare ones; selection prefers the common ones; a sampling bias below 1 is a temperature.
 */
final class SymbolLearner implements RowLearner {
    private final double[] truth;

    SymbolLearner(double[] truth) {
        this.truth = truth;
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public int leastRows() {
        return 1;
    }

    @Override
    public boolean rare(double[] rows, int at) {
        return rows[at] >= truth.length / 2;
    }

    @Override
    public double reward(double[] rows, int at) {
        return -rows[at];
    }

    @Override
    public RowModel truth() {
        return new Fitted(truth, new int[0], 0);
    }

    @Override
    public Fitted fit(double[] rows, double @Nullable [] weights, int count, ChainRandom random) {
        int[] counts = new int[truth.length];
        double[] frequencies = new double[truth.length];
        for (int i = 0; i < count; i++) {
            int symbol = (int) rows[i];
            counts[symbol]++;
            frequencies[symbol] += weights == null ? 1 : weights[i];
        }
        return new Fitted(frequencies, counts, count);
    }

    /** Frequencies, in any unit, and the plain counts that they come from. */
    static final class Fitted implements RowModel {
        private final double[] frequencies;
        final int[] counts;
        final int rows;
        private @Nullable AliasTable table;
        private double bias = 1;

        Fitted(double[] frequencies, int[] counts, int rows) {
            this.frequencies = frequencies;
            this.counts = counts;
            this.rows = rows;
        }

        @Override
        public void sample(double[] out, int at, ChainRandom random, double wanted) {
            AliasTable now = table;
            if (now == null || wanted != bias) {
                now = new AliasTable(tempered(wanted));
                table = now;
                bias = wanted;
            }
            out[at] = now.draw(random);
        }

        private double[] tempered(double wanted) {
            if (wanted == 1) {
                return frequencies;
            }
            double most = 0;
            for (double frequency : frequencies) {
                most = Math.max(most, frequency);
            }
            double[] tempered = new double[frequencies.length];
            for (int k = 0; k < tempered.length; k++) {
                tempered[k] = Math.pow(frequencies[k] / most, 1 / Math.max(1e-3, wanted));
            }
            return tempered;
        }

        @Override
        public double logDensity(double[] points, int at) {
            double sum = 0;
            for (double frequency : frequencies) {
                sum += frequency;
            }
            return Math.log(frequencies[(int) points[at]] / sum);
        }
    }
}
