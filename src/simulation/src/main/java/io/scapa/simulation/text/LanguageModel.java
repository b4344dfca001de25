package io.scapa.simulation.text;

import io.scapa.simulation.random.ChainRandom;

/** A trained language model as a chain needs it: it writes sentences, and may score words. */
public interface LanguageModel {
    /** A sentence that a model writes ends here at the latest. */
    int LONGEST_SENTENCE = 400;

    /** Writes whole sentences, word by word, until a budget is reached; the last one may go beyond it. */
    default void write(int tokens, Tokens into, ChainRandom random) {
        int target = into.size() + tokens;
        int[] context = new int[LONGEST_SENTENCE + 2];
        while (into.size() < target) {
            int length = 0;
            int word;
            do {
                word = next(context, length, random);
                into.add(word);
                context[length++] = word;
            } while (word != Tokens.END && length < LONGEST_SENTENCE);
            if (word != Tokens.END) {
                into.add(Tokens.END);
            }
        }
    }

    /** Whether {@link #logProbability} answers; where not, held-out text is scored by a Kneser-Ney trigram of the same data. */
    default boolean scores() {
        return false;
    }

    /**
     * Natural log of the probability of a word.
     *
     * @param context the sentence so far
     * @param length how many words of it count
     * @throws UnsupportedOperationException where {@link #scores} is false
     */
    default double logProbability(int[] context, int length, int word) {
        throw new UnsupportedOperationException("this model gives no probabilities");
    }

    /**
     * The probability of a word after a beginning of a sentence; unsmoothed models may give 0.
     *
     * @param context the sentence so far
     * @param length how many words of it count
     */
    default double probability(int[] context, int length, int word) {
        return Math.exp(logProbability(context, length, word));
    }

    /** Draws the word after a beginning of a sentence. */
    int next(int[] context, int length, ChainRandom random);
}
