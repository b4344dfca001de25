package io.scapa.detection.watermark;

import java.util.SplittableRandom;

/**
 * A language model of a given entropy and nothing else: after each token a fixed set of candidates with geometric
 * probabilities. It stands for text of that entropy in power tables; it repeats its bigrams as real text does.
 */
public final class EntropyModel implements NextToken {
    private static final int CANDIDATES = 400;

    private final int vocabulary;
    private final long seed;
    private final double[] shape;

    /**
     * @param vocabulary size of the vocabulary, over {@value #CANDIDATES}
     * @param nats entropy of each next token, in (0, 5.5]
     */
    public EntropyModel(int vocabulary, double nats, long seed) {
        if (vocabulary <= CANDIDATES) {
            throw new IllegalArgumentException(
                    "an entropy model needs over " + CANDIDATES + " tokens, got " + vocabulary);
        }
        if (!(nats > 0 && nats <= 5.5)) {
            throw new IllegalArgumentException("an entropy lies in (0, 5.5] nats a token, got " + nats);
        }
        this.vocabulary = vocabulary;
        this.seed = seed;
        this.shape = shape(nats);
    }

    private static double[] shape(double nats) {
        double low = 1e-6;
        double high = 1 - 1e-9;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (entropy(geometric(middle)) < nats) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return geometric((low + high) / 2);
    }

    private static double[] geometric(double ratio) {
        double[] p = new double[CANDIDATES];
        double sum = 0;
        double term = 1;
        for (int i = 0; i < CANDIDATES; i++) {
            p[i] = term;
            sum += term;
            term *= ratio;
        }
        for (int i = 0; i < CANDIDATES; i++) {
            p[i] /= sum;
        }
        return p;
    }

    /** The entropy of a distribution in nats. */
    static double entropy(double[] p) {
        double entropy = 0;
        for (double one : p) {
            entropy -= one > 0 ? one * Math.log(one) : 0;
        }
        return entropy;
    }

    @Override
    public double[] after(int[] context) {
        int last = context.length == 0 ? -1 : context[context.length - 1];
        SplittableRandom random = new SplittableRandom(seed ^ (last * 0x9E3779B97F4A7C15L));
        double[] p = new double[vocabulary];
        for (double one : shape) {
            p[random.nextInt(vocabulary)] += one;
        }
        return p;
    }
}
