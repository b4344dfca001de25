package io.scapa.detection.watermark.scheme;

import io.scapa.detection.watermark.random.TorchRandom;
import java.util.function.LongToDoubleFunction;

/**
 * The alignment statistics of Kuditipudi et al. ("Robust distortion-free watermarks for language models", 2023): a secret
 * sequence of n random vectors is laid along the text at every offset; lower means marked. There is no exact tail: {@link
 * #permutationPValue} compares with random keys. Only the columns of the text's own tokens are kept.
 */
public final class Kuditipudi {
    private Kuditipudi() {}

    /** Costs of laying text position i on sequence position j. */
    private record Costs(double[][] cost, int n) {
        /** The least summed cost over blocks of k positions and offsets. */
        double aligned(int k) {
            double least = Double.POSITIVE_INFINITY;
            for (int block = 0; block + k <= cost.length; block++) {
                for (int offset = 0; offset < n; offset++) {
                    double sum = 0;
                    for (int i = 0; i < k; i++) {
                        sum += cost[block + i][(offset + i) % n];
                    }
                    least = Math.min(least, sum);
                }
            }
            return least;
        }

        /** The least edit distance over blocks and offsets, a gap costing gamma. */
        double edited(int k, double gamma) {
            double least = Double.POSITIVE_INFINITY;
            for (int block = 0; block + k <= cost.length; block++) {
                for (int offset = 0; offset < n; offset++) {
                    least = Math.min(least, distance(block, offset, k, gamma));
                }
            }
            return least;
        }

        private double distance(int block, int offset, int k, double gamma) {
            double[] row = new double[k + 1];
            for (int j = 0; j <= k; j++) {
                row[j] = j * gamma;
            }
            for (int i = 1; i <= k; i++) {
                double diagonal = row[0];
                row[0] = i * gamma;
                for (int j = 1; j <= k; j++) {
                    double matched = diagonal + cost[block + i - 1][(offset + j - 1) % n];
                    diagonal = row[j];
                    row[j] = Math.min(matched, Math.min(row[j], row[j - 1]) + gamma);
                }
            }
            return row[k];
        }
    }

    /** The exponential minimum scheme's statistics for one key and text. */
    public static final class Exponential {
        private final Costs costs;

        private Exponential(Costs costs) {
            this.costs = costs;
        }

        /** The simple alignment over blocks of k tokens. */
        public double score(int k) {
            return costs.aligned(k);
        }

        /** The alignment with gaps of cost gamma. */
        public double edit(int k, double gamma) {
            return costs.edited(k, gamma);
        }
    }

    /** The inverse transform scheme's statistics for one key and text. */
    public static final class InverseTransform {
        private final Costs costs;

        private InverseTransform(Costs costs) {
            this.costs = costs;
        }

        /** The simple alignment over blocks of k tokens. */
        public double score(int k) {
            return costs.aligned(k);
        }

        /** The alignment with gaps of cost gamma. */
        public double edit(int k, double gamma) {
            return costs.edited(k, gamma);
        }
    }

    /** The costs ln(1 - xi): the matrix xi is torch's rand(n, V) from the key, row by row. */
    public static Exponential exponential(long key, int n, int vocabulary, int[] tokens) {
        float[][] columns = columns(new TorchRandom(key), n, vocabulary, tokens);
        double[][] cost = new double[tokens.length][n];
        for (int i = 0; i < tokens.length; i++) {
            for (int j = 0; j < n; j++) {
                cost[i][j] = Math.log1p(-columns[i][j]);
            }
        }
        return new Exponential(new Costs(cost, n));
    }

    private static float[][] columns(TorchRandom random, int n, int vocabulary, int[] tokens) {
        float[][] columns = new float[tokens.length][n];
        float[] row = new float[vocabulary];
        for (int j = 0; j < n; j++) {
            for (int v = 0; v < vocabulary; v++) {
                row[v] = random.nextFloat();
            }
            for (int i = 0; i < tokens.length; i++) {
                columns[i][j] = row[tokens[i]];
            }
        }
        return columns;
    }

    /** The costs |y - xi|: a permutation ranks the vocabulary, then come n uniforms. */
    public static InverseTransform inverseTransform(long key, int n, int vocabulary, int[] tokens) {
        TorchRandom random = new TorchRandom(key);
        Ranks ranks = drawRanks(random, n, vocabulary);
        double[][] cost = new double[tokens.length][n];
        for (int i = 0; i < tokens.length; i++) {
            double y = (double) ranks.rank()[tokens[i]] / vocabulary;
            for (int j = 0; j < n; j++) {
                cost[i][j] = Math.abs(y - ranks.xi()[j]);
            }
        }
        return new InverseTransform(new Costs(cost, n));
    }

    private record Ranks(int[] rank, float[] xi) {}

    private static Ranks drawRanks(TorchRandom random, int n, int vocabulary) {
        int[] order = random.permutation(vocabulary);
        int[] rank = new int[vocabulary];
        for (int i = 0; i < vocabulary; i++) {
            rank[order[i]] = i;
        }
        float[] xi = new float[n];
        for (int j = 0; j < n; j++) {
            xi[j] = random.nextFloat();
        }
        return new Ranks(rank, xi);
    }

    /**
     * The permutation test: how often a random key's statistic is as low, counting this one.
     *
     * @param statistic of a key
     * @param runs random keys, 1 or more
     */
    public static double permutationPValue(long key, LongToDoubleFunction statistic, int runs, long seed) {
        double observed = statistic.applyAsDouble(key);
        java.util.random.RandomGenerator random =
                new io.scapa.statistics.SeededStreams(seed).stream("kuditipudi", runs);
        int asLow = 0;
        for (int run = 0; run < runs; run++) {
            asLow += statistic.applyAsDouble(random.nextInt() & 0xFFFFFFFFL) <= observed ? 1 : 0;
        }
        return (1.0 + asLow) / (1.0 + runs);
    }
}
