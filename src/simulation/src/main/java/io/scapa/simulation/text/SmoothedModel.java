package io.scapa.simulation.text;

import io.scapa.simulation.random.ChainRandom;
import io.scapa.text.model.KneserNeyModel;
import org.jspecify.annotations.Nullable;

/** An interpolated Kneser-Ney trigram with discounts estimated anew each generation: its smoothing hides collapse from diversity. */
final class SmoothedModel implements LanguageModel {
    private static final int ORDER = 3;

    private final KneserNeyModel model;
    private final int known;
    /** For other than plain decoding. */
    private final @Nullable SmoothedSampler sampler;

    /** Contexts of 0, 1 and 2 words, overwritten by every score: a model belongs to one chain. */
    private final int[][] windows = {new int[0], new int[1], new int[2]};

    /**
     * @param vocabularySize ids that it gives a probability
     * @param known ids that it writes: a word that no ancestor has seen is scored, but never written
     */
    SmoothedModel(Tokens data, int vocabularySize, int known, Decoding decoding) {
        model = Scorer.train(data, ORDER, vocabularySize);
        this.known = Math.max(known, data.largest() + 1);
        sampler = decoding.plain() ? null : new SmoothedSampler(model, this.known, decoding);
    }

    @Override
    public boolean scores() {
        return true;
    }

    @Override
    public double logProbability(int[] context, int length, int word) {
        int[] window = windows[Math.min(ORDER - 1, length)];
        System.arraycopy(context, length - window.length, window, 0, window.length);
        return model.logProbability(window, word);
    }

    @Override
    public int next(int[] context, int length, ChainRandom random) {
        if (sampler != null) {
            return sampler.next(context, length, random);
        }
        int word = model.sample(context, length, random);
        // Only the uniform floor gives a word that no ancestor has seen; its floor is the words that it knows.
        return word < known ? word : random.nextInt(known);
    }
}
