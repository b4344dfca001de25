package io.scapa.simulation.text;

import io.scapa.text.model.KneserNeyModel;
import java.util.Arrays;
import java.util.Iterator;

/**
 * Scores held-out text: perplexity over all words that a chain can learn and over the rarest tenth of them, under a
 * generation's own model where it gives probabilities, else under a Kneser-Ney trigram of its data.
 */
final class Scorer {
    private static final int ORDER = 3;

    private final Tokens test;
    private final int vocabularySize;
    private final int scored;
    private final boolean[] rare;

    /**
     * @param train the real training data: rarity is counted there
     * @param vocabularySize ids that models know
     */
    Scorer(Tokens train, Tokens test, int vocabularySize) {
        this.test = test;
        this.vocabularySize = vocabularySize;
        this.scored = train.largest() + 1;
        int[] counts = new int[vocabularySize];
        for (int i = 0; i < train.size(); i++) {
            counts[train.get(i)]++;
        }
        int[] sorted = new int[test.size()];
        int known = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (test.get(i) < scored) {
                sorted[known++] = counts[test.get(i)];
            }
        }
        Arrays.sort(sorted, 0, known);
        int limit = known == 0 ? 0 : sorted[known / 10];
        rare = new boolean[test.size()];
        for (int i = 0; i < rare.length; i++) {
            rare[i] = test.get(i) < scored && counts[test.get(i)] <= limit;
        }
    }

    static KneserNeyModel train(Tokens data, int order, int vocabularySize) {
        int[] starts = data.sentenceStarts();
        Iterable<int[]> sentences = () -> new Iterator<>() {
            private int s;

            @Override
            public boolean hasNext() {
                return s + 1 < starts.length;
            }

            @Override
            public int[] next() {
                return Arrays.copyOfRange(data.array(), starts[s], starts[++s]);
            }
        };
        return KneserNeyModel.train(sentences, order, vocabularySize);
    }

    /** A Kneser-Ney trigram of a generation's data. */
    SmoothedModel smoothed(Tokens data) {
        return smoothed(data, Decoding.PLAIN);
    }

    /** The same, writing in another way. */
    SmoothedModel smoothed(Tokens data, Decoding decoding) {
        return new SmoothedModel(data, vocabularySize, scored, decoding);
    }

    /** Log probability of a word after the words of its sentence before it. */
    @FunctionalInterface
    interface WordScore {
        /** @param context the sentence so far, {@code length} words of it */
        double logProbability(int[] context, int length, int word);
    }

    /** Perplexity at 0, perplexity of the rare words at 1, under a Kneser-Ney trigram of the data. */
    double[] perplexity(Tokens data) {
        return perplexity(smoothed(data)::logProbability);
    }

    /** Perplexity at 0, perplexity of the rare words at 1. */
    double[] perplexity(WordScore score) {
        double sum = 0;
        int all = 0;
        double rareSum = 0;
        int rares = 0;
        int[] context = new int[Vocabulary.LONGEST_SENTENCE + 1];
        int length = 0;
        for (int i = 0; i < test.size(); i++) {
            int word = test.get(i);
            if (word < scored) {
                double log = score.logProbability(context, length, word);
                sum += log;
                all++;
                rareSum += rare[i] ? log : 0;
                rares += rare[i] ? 1 : 0;
            }
            // A word that nothing knows must not pass for the begin mark, whose id is the vocabulary's size.
            context[length] = word < vocabularySize ? word : -1;
            length = word == Tokens.END ? 0 : length + 1;
        }
        return new double[] {Math.exp(-sum / all), rares == 0 ? Double.NaN : Math.exp(-rareSum / rares)};
    }
}
