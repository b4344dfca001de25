package io.scapa.simulation.text;

import io.scapa.simulation.random.ChainRandom;
import io.scapa.text.model.KneserNeyModel;

/** An interpolated Kneser-Ney trigram with discounts estimated anew each generation: its smoothing hides collapse from diversity. */
final class SmoothedModel implements LanguageModel {
    private static final int LONGEST_SENTENCE = 400;
    private static final int ORDER = 3;

    private final KneserNeyModel model;

    SmoothedModel(Tokens data, int vocabularySize) {
        this(Scorer.train(data, ORDER, vocabularySize));
    }

    SmoothedModel(KneserNeyModel model) {
        this.model = model;
    }

    @Override
    public void write(int tokens, Tokens into, ChainRandom random) {
        int target = into.size() + tokens;
        int[] context = new int[LONGEST_SENTENCE + 2];
        while (into.size() < target) {
            int length = 0;
            int word;
            do {
                word = model.sample(context, length, random);
                into.add(word);
                context[length++] = word;
            } while (word != Tokens.END && length < LONGEST_SENTENCE);
            if (word != Tokens.END) {
                into.add(Tokens.END);
            }
        }
    }
}
