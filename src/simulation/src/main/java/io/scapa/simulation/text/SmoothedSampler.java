package io.scapa.simulation.text;

import io.scapa.simulation.random.ChainRandom;
import io.scapa.text.model.KneserNeyModel;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Draws from a Kneser-Ney model under temperature, top-k and top-p, exactly. Words that a context has seen are weighed one by
 * one; all others share the shape of the words' own probabilities, which is raised to the power once. Belongs to one chain.
 */
final class SmoothedSampler {
    private static final int MOST_TRIES = 10_000;

    private final KneserNeyModel model;
    private final Decoding decoding;
    private final double exponent;
    /** Words' own probabilities; what unknown words have is shared out evenly. */
    private final double[] alone;
    /** Their powers, summed up word by word. */
    private final double[] cumulative;
    /** Words by falling probability; only for top-k and top-p. */
    private final int[] ranked;

    private int[] words = new int[64];
    private double[] masses = new double[64];

    /** @param known ids that it writes are below this */
    SmoothedSampler(KneserNeyModel model, int known, Decoding decoding) {
        this.model = model;
        this.decoding = decoding;
        exponent = 1 / decoding.temperature();
        alone = new double[known];
        double unknown = 0;
        for (int word = known; word < model.vocabularySize(); word++) {
            unknown += model.unigram(word);
        }
        cumulative = new double[known + 1];
        for (int word = 0; word < known; word++) {
            alone[word] = model.unigram(word) + unknown / known;
            cumulative[word + 1] = cumulative[word] + Math.pow(alone[word], exponent);
        }
        boolean cuts = decoding.topK() > 0 || decoding.topP() < 1;
        ranked = cuts
                ? IntStream.range(0, known)
                        .boxed()
                        .sorted((a, b) -> Double.compare(alone[b], alone[a]))
                        .mapToInt(Integer::intValue)
                        .toArray()
                : new int[0];
    }

    int next(int[] context, int length, ChainRandom random) {
        KneserNeyModel.Seen seen = model.seen(context, length);
        double scale = Math.pow(seen.backoff(), exponent);
        int count = seen.tokens().length;
        room(count);
        double inside = 0;
        double shadow = 0;
        for (int i = 0; i < count; i++) {
            int word = seen.tokens()[i];
            double shared = alone[word] - model.unigram(word);
            words[i] = word;
            masses[i] = Math.pow(seen.probabilities()[i] + seen.backoff() * shared, exponent);
            inside += masses[i];
            shadow += Math.pow(alone[word], exponent);
        }
        double outside = scale * Math.max(0, cumulative[alone.length] - shadow);
        return ranked.length > 0
                ? amongTheLikeliest(seen.tokens(), count, scale, inside + outside, random)
                : amongAll(seen.tokens(), count, inside, outside, random);
    }

    private int amongAll(int[] seen, int count, double inside, double outside, ChainRandom random) {
        double aim = random.nextDouble() * (inside + outside);
        for (int i = 0; i < count; i++) {
            aim -= masses[i];
            if (aim < 0) {
                return words[i];
            }
        }
        int word = 0;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            int found = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[alone.length]);
            word = Math.min(alone.length - 1, found < 0 ? -found - 2 : found);
            if (Arrays.binarySearch(seen, word) < 0) {
                return word;
            }
        }
        // Next to nothing lies outside: rounding led here.
        return word;
    }

    /** Words by falling mass, seen and others merged, until k of them or their share of the whole are reached. */
    private int amongTheLikeliest(int[] seen, int count, double scale, double total, ChainRandom random) {
        Integer[] order = IntStream.range(0, count).boxed().toArray(Integer[]::new);
        double[] seenMasses = Arrays.copyOf(masses, count);
        int[] seenWords = Arrays.copyOf(words, count);
        Arrays.sort(order, (a, b) -> Double.compare(seenMasses[b], seenMasses[a]));
        int most = decoding.topK() > 0 ? decoding.topK() : Integer.MAX_VALUE;
        int kept = 0;
        double sum = 0;
        int s = 0;
        int r = 0;
        while (kept < most && sum < decoding.topP() * total) {
            while (r < ranked.length && Arrays.binarySearch(seen, ranked[r]) >= 0) {
                r++;
            }
            double other = r < ranked.length ? scale * Math.pow(alone[ranked[r]], exponent) : -1;
            double own = s < count ? seenMasses[order[s]] : -1;
            if (own < 0 && other < 0) {
                break;
            }
            room(kept + 1);
            words[kept] = own >= other ? seenWords[order[s++]] : ranked[r++];
            masses[kept] = Math.max(own, other);
            sum += masses[kept++];
        }
        double aim = random.nextDouble() * sum;
        for (int i = 0; i < kept; i++) {
            aim -= masses[i];
            if (aim < 0) {
                return words[i];
            }
        }
        return words[Math.max(0, kept - 1)];
    }

    private void room(int count) {
        if (count > words.length) {
            words = Arrays.copyOf(words, 2 * count);
            masses = Arrays.copyOf(masses, 2 * count);
        }
    }
}
