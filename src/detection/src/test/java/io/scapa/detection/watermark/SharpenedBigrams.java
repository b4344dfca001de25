package io.scapa.detection.watermark;

import io.scapa.text.model.KneserNeyModel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** A bigram model at a temperature. */
final class SharpenedBigrams implements NextToken {
    private static final int REMEMBERED = 500;
    private static final int CHAIN = 4_000;

    /** The token that is written "The" after a space. */
    private static final int FIRST = 383;

    private final KneserNeyModel model;
    private final double temperature;
    private final Map<Integer, double[]> distributions = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, double[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    SharpenedBigrams(KneserNeyModel model, double temperature) {
        this.model = model;
        this.temperature = temperature;
    }

    /** At the temperature whose texts have an entropy. */
    static SharpenedBigrams withEntropy(KneserNeyModel model, double nats) {
        double low = 0.1;
        double high = 2;
        for (int i = 0; i < 9; i++) {
            double middle = (low + high) / 2;
            if (mean(new SharpenedBigrams(model, middle).entropies()) < nats) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new SharpenedBigrams(model, (low + high) / 2);
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    @Override
    public double[] after(int[] context) {
        return distributions.computeIfAbsent(context[context.length - 1], this::distribution);
    }

    private double[] distribution(int last) {
        double[] p = new double[model.vocabularySize()];
        model.distribution(new int[] {last}, p);
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] = Math.pow(p[i], 1 / temperature);
            sum += p[i];
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
        return p;
    }

    /** Entropies in nats along a long unmarked text. */
    double[] entropies() {
        SplittableRandom random = new SplittableRandom(1);
        Map<Integer, Double> known = new LinkedHashMap<>();
        double[] entropies = new double[CHAIN];
        int token = FIRST;
        for (int i = 0; i < CHAIN; i++) {
            double[] p = after(new int[] {token});
            entropies[i] = known.computeIfAbsent(token, key -> EntropyModel.entropy(p));
            double left = random.nextDouble();
            token = 0;
            while (token < p.length - 1 && (left -= p[token]) > 0) {
                token++;
            }
        }
        return entropies;
    }
}
