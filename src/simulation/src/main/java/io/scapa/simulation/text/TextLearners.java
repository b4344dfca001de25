package io.scapa.simulation.text;

import io.scapa.simulation.text.NgramFamily.Learner;

/** Trains language models outside a chain: for programs that embed one, and for benchmarks. */
public final class TextLearners {
    private TextLearners() {}

    /**
     * Trains a model.
     *
     * @param data sentences, each closed by {@link Tokens#END}
     * @param vocabularySize ids are below this
     */
    public static LanguageModel train(Learner learner, Tokens data, int vocabularySize, Decoding decoding) {
        return switch (learner) {
            case COUNTS -> new CountModel(data, decoding);
            case KNESER_NEY -> new SmoothedModel(data, vocabularySize, vocabularySize, decoding);
            case MIXING, TUNED_MIXING -> new MixingModel(data, vocabularySize, decoding);
        };
    }
}
