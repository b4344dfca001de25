package io.scapa.simulation.text;

import io.scapa.text.model.KneserNeyModel;
import java.util.Arrays;
import java.util.Iterator;

/** Scores held-out text by a Kneser-Ney trigram of a generation's data: perplexity over all words and over the rarest tenth. */
final class Scorer {
    private static final int ORDER = 3;

    private final Tokens test;
    private final int vocabularySize;
    private final boolean[] rare;

    /** @param train the real training data: rarity is counted there */
    Scorer(Tokens train, Tokens test, int vocabularySize) {
        this.test = test;
        this.vocabularySize = vocabularySize;
        int[] counts = new int[vocabularySize];
        for (int i = 0; i < train.size(); i++) {
            counts[train.get(i)]++;
        }
        int[] byPlace = new int[test.size()];
        for (int i = 0; i < byPlace.length; i++) {
            byPlace[i] = counts[test.get(i)];
        }
        int[] sorted = byPlace.clone();
        Arrays.sort(sorted);
        int limit = sorted.length == 0 ? 0 : sorted[sorted.length / 10];
        rare = new boolean[test.size()];
        for (int i = 0; i < rare.length; i++) {
            rare[i] = byPlace[i] <= limit;
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

    /** Perplexity at 0, perplexity of the rare words at 1. */
    double[] perplexity(KneserNeyModel model) {
        double sum = 0;
        double rareSum = 0;
        int rares = 0;
        int[] context = new int[2];
        int known = 0;
        for (int i = 0; i < test.size(); i++) {
            int word = test.get(i);
            double log =
                    model.logProbability(known == 0 ? new int[0] : known == 1 ? new int[] {context[1]} : context, word);
            sum += log;
            if (rare[i]) {
                rareSum += log;
                rares++;
            }
            context[0] = context[1];
            context[1] = word;
            known = word == Tokens.END ? 0 : Math.min(2, known + 1);
        }
        return new double[] {Math.exp(-sum / test.size()), rares == 0 ? Double.NaN : Math.exp(-rareSum / rares)};
    }

    KneserNeyModel train(Tokens data) {
        return train(data, ORDER, vocabularySize);
    }
}
