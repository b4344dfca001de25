package io.scapa.detection.watermark;

import io.scapa.text.model.KneserNeyModel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A bigram model at a temperature, with a share of the mass spread evenly over the words of its training text: at low
 * temperatures a bigram model falls into loops, which that share breaks.
 */
final class SharpenedBigrams implements NextToken {
    private static final int REMEMBERED = 500;
    private static final int CHAIN = 4_000;

    private final KneserNeyModel model;
    private final double temperature;
    private final double floor;
    private final int[] words;
    private final Map<Integer, double[]> distributions = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, double[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * @param floor share of the mass that is spread over {@code words}, applied after the temperature
     * @param words ids of the training text
     */
    SharpenedBigrams(KneserNeyModel model, double temperature, double floor, int[] words) {
        this.model = model;
        this.temperature = temperature;
        this.floor = floor;
        this.words = words;
    }

    /** The temperature whose texts have an entropy, to a hundredth of the chain's own noise. */
    static SharpenedBigrams withEntropy(KneserNeyModel model, double nats, double floor, int[] words) {
        double low = 0.1;
        double high = 2;
        for (int i = 0; i < 9; i++) {
            double middle = (low + high) / 2;
            if (mean(new SharpenedBigrams(model, middle, floor, words).entropies()) < nats) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new SharpenedBigrams(model, (low + high) / 2, floor, words);
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    double temperature() {
        return temperature;
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
            p[i] *= (1 - floor) / sum;
        }
        for (int word : words) {
            p[word] += floor / words.length;
        }
        return p;
    }

    /** Entropies in nats along a long unmarked text. */
    double[] entropies() {
        SplittableRandom random = new SplittableRandom(1);
        Map<Integer, Double> known = new LinkedHashMap<>();
        double[] entropies = new double[CHAIN];
        int token = words[0];
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
