package io.scapa.simulation.text;

import io.scapa.simulation.random.ChainRandom;

/** A trained language model as a chain needs it: it writes sentences, and may score words. */
public interface LanguageModel {
    /** Writes whole sentences until a budget is reached; the last one may go beyond it. */
    void write(int tokens, Tokens into, ChainRandom random);

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
