package io.scapa.detection.watermark;

import io.scapa.text.model.KneserNeyModel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A bigram model at a temperature. */
final class SharpenedBigrams implements NextToken {
    private static final int REMEMBERED = 1_000;
    private static final int CHAIN = 4_000;

    /** The token that is written "The" after a space. */
    private static final int FIRST = 383;

    /** What follows a token. */
    interface Bigrams {
        /** Fills in the probabilities after a token. */
        void after(int last, double[] probabilities);
    }

    private final Bigrams model;
    private final int vocabulary;
    private final double temperature;
    private final Map<Integer, double[]> distributions = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, double[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    SharpenedBigrams(Bigrams model, int vocabulary, double temperature) {
        this.model = model;
        this.vocabulary = vocabulary;
        this.temperature = temperature;
    }

    /** Counted bigrams, smoothed as Kneser and Ney do. */
    static Bigrams smoothed(List<int[]> texts, int vocabulary) {
        KneserNeyModel model = KneserNeyModel.train(texts, 2, vocabulary);
        return (last, p) -> model.distribution(new int[] {last}, p);
    }

    /** Counted bigrams mixed with a uniform share of the mass; single tokens where nothing followed. */
    static Bigrams floored(List<int[]> texts, int vocabulary, double floor) {
        Map<Integer, Map<Integer, Integer>> counts = new HashMap<>();
        for (int[] text : texts) {
            for (int i = 0; i < text.length; i++) {
                counts.computeIfAbsent(i == 0 ? -1 : text[i - 1], last -> new HashMap<>())
                        .merge(text[i], 1, Integer::sum);
                counts.computeIfAbsent(-1, last -> new HashMap<>()).merge(text[i], i == 0 ? 0 : 1, Integer::sum);
            }
        }
        return (last, p) -> {
            Map<Integer, Integer> followers = counts.getOrDefault(last, counts.get(-1));
            double total =
                    followers.values().stream().mapToInt(Integer::intValue).sum();
            Arrays.fill(p, floor / vocabulary);
            followers.forEach((token, count) -> p[token] += (1 - floor) * count / total);
        };
    }

    /** At the temperature whose texts have an entropy. */
    static SharpenedBigrams withEntropy(Bigrams model, int vocabulary, double nats) {
        double low = 0.1;
        double high = 2;
        for (int i = 0; i < 9; i++) {
            double middle = (low + high) / 2;
            if (mean(new SharpenedBigrams(model, vocabulary, middle).entropies()) < nats) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new SharpenedBigrams(model, vocabulary, (low + high) / 2);
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
        double[] p = new double[vocabulary];
        model.after(last, p);
        double sum = 0;
        double seen = -1;
        double power = 0;
        for (int i = 0; i < p.length; i++) {
            if (p[i] != seen) {
                seen = p[i];
                power = Math.pow(seen, 1 / temperature);
            }
            p[i] = power;
            sum += power;
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
        return p;
    }

    /** Entropies in nats along a long unmarked text. */
    double[] entropies() {
        Map<Integer, Double> known = new HashMap<>();
        int[] text = unmarked(CHAIN, new SplittableRandom(1));
        return Arrays.stream(text, 0, CHAIN - 1)
                .mapToDouble(token -> known.computeIfAbsent(token, key -> EntropyModel.entropy(after(new int[] {key}))))
                .toArray();
    }

    /** A text without a mark. */
    int[] unmarked(int length, SplittableRandom random) {
        int[] text = new int[length];
        text[0] = FIRST;
        for (int i = 1; i < length; i++) {
            double[] p = after(new int[] {text[i - 1]});
            double left = random.nextDouble();
            int token = 0;
            while (token < p.length - 1 && (left -= p[token]) > 0) {
                token++;
            }
            text[i] = token;
        }
        return text;
    }
}
