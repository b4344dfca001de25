package io.scapa.detection.segmentation;

import io.scapa.detection.classifier.LinearModel;
import io.scapa.detection.features.FeatureText;
import java.util.Arrays;

/**
 * The n-grams of a text that a model knows, by the token that each starts at: looked up once, so that any number of windows
 * can be scored. A buffer, meant to be read again by the same thread.
 */
final class TokenNgrams {
    private final LinearModel model;
    private final int order;
    private int[] emitted = new int[0];
    private int[] ids = new int[0];
    private int tokens;

    /** N-grams of a model over {@code words-N}. */
    TokenNgrams(LinearModel model) {
        this.model = model;
        String[] parts = model.family().id().split("-");
        if (!parts[0].equals("words")) {
            throw new IllegalArgumentException(
                    "passages need a model over words, got " + model.family().id());
        }
        this.order = Integer.parseInt(parts[1]);
    }

    void read(FeatureText text) {
        tokens = text.tokens();
        int capacity = model.family().capacity(text);
        if (emitted.length < capacity) {
            emitted = new int[capacity];
            ids = new int[capacity];
        }
        model.family().emit(text, emitted);
        int from = 0;
        for (int t = 0; t < tokens; t++) {
            int sizes = Math.min(order, tokens - t);
            for (int k = 0; k < sizes; k++) {
                ids[t * order + k] = model.indexOf(emitted[from++]);
            }
            Arrays.fill(ids, t * order + sizes, (t + 1) * order, -1);
        }
    }

    int order() {
        return order;
    }

    int tokens() {
        return tokens;
    }

    LinearModel model() {
        return model;
    }

    /** The feature of {@code size} tokens that starts at a token; -1 where the model does not know it or the text ends before. */
    int id(int token, int size) {
        return ids[token * order + size - 1];
    }
}
