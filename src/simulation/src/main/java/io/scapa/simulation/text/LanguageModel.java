package io.scapa.simulation.text;

import io.scapa.simulation.random.ChainRandom;

/** A trained language model as a chain needs it: it writes sentences. */
public interface LanguageModel {
    /** Writes whole sentences until a budget is reached; the last one may go beyond it. */
    void write(int tokens, Tokens into, ChainRandom random);

    /** Trains a model. */
    @FunctionalInterface
    interface Trainer {
        /** A model of the given text. */
        LanguageModel train(Tokens data, int vocabularySize);
    }
}
