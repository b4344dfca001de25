package io.scapa.detection.segmentation;

import io.scapa.detection.classifier.LinearModel;
import io.scapa.detection.features.FeatureText;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The n-grams of a text that a model knows, by the token that each starts at: looked up once, so that any number of windows
 * can be scored. Known n-grams are numbered from 1 in the order in which the text has them first, so that whatever a window keeps
 * of them is small and lies together; 0 is every n-gram that the model does not know. A buffer, meant to be read again by the
 * same thread.
 */
final class TokenNgrams {
    private final LinearModel model;
    private final int order;
    private final LinearModel.Scratch own = new LinearModel.Scratch();
    private float @Nullable [] ownContributions;
    private int[] ids = new int[0];
    private int[] features = new int[1];
    private double[] contributions = new double[1];
    private double[] squares = new double[1];
    private int[] counts = new int[1];
    private int[] table = new int[0];
    private int mask;
    private int known;
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
        float[] adds = ownContributions;
        if (adds == null) {
            adds = Objects.requireNonNull(
                    model.contributionsIn(model, 0), "a model over words shares its own features");
            ownContributions = adds;
        }
        model.lookUp(text, own);
        read(text, own, adds);
    }

    /**
     * Reads a text whose features another model found.
     *
     * @param found by that model
     * @param adds for each feature of it what it adds, as {@link LinearModel#contributionsIn} says
     */
    void read(FeatureText text, LinearModel.Scratch found, float[] adds) {
        number(text, found);
        for (int id = 1; id <= known; id++) {
            contributions[id] = adds[2 * features[id]];
            squares[id] = adds[2 * features[id] + 1];
        }
    }

    /** Numbers what was found, whose buckets {@code words-N} wrote token by token, shorter n-grams first. */
    private void number(FeatureText text, LinearModel.Scratch found) {
        tokens = text.tokens();
        begin();
        int[] all = found.features();
        int from = 0;
        for (int t = 0; t < tokens; t++) {
            int at = t * order;
            int sizes = Math.min(order, tokens - t);
            for (int k = 0; k < sizes; k++) {
                int feature = all[from++];
                ids[at + k] = feature < 0 ? 0 : id(feature);
            }
            for (int k = sizes; k < order; k++) {
                ids[at + k] = 0;
            }
        }
    }

    private void begin() {
        int most = tokens * order + 1;
        if (ids.length < most) {
            ids = new int[most];
            features = new int[most];
            contributions = new double[most];
            squares = new double[most];
            counts = new int[most];
        }
        int size = Integer.highestOneBit(2 * most) << 1;
        if (table.length < size) {
            table = new int[size];
        }
        Arrays.fill(table, 0, size, 0);
        mask = size - 1;
        known = 0;
    }

    private int id(int feature) {
        int at = feature & mask;
        while (table[at] != 0 && features[table[at]] != feature) {
            at = at + 1 & mask;
        }
        if (table[at] == 0) {
            features[++known] = feature;
            table[at] = known;
        }
        return table[at];
    }

    int order() {
        return order;
    }

    int tokens() {
        return tokens;
    }

    /** What every margin starts from. */
    double intercept() {
        return model.intercept(0);
    }

    /** The number of the {@code size} tokens that start at a token; 0 where the model does not know them or the text ends before. */
    int id(int token, int size) {
        return ids[token * order + size - 1];
    }

    /** All of {@link #id}, token by token. */
    int[] ids() {
        return ids;
    }

    /** What each n-gram adds to the head's sum, by its number. */
    double[] contributions() {
        return contributions;
    }

    /** What each adds to the square of a row's length. */
    double[] squares() {
        return squares;
    }

    /** Zeros, one for each number, for whoever counts; to be left as they were. */
    int[] counts() {
        return counts;
    }
}
