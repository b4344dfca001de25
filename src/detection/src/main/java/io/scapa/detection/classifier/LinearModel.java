package io.scapa.detection.classifier;

import io.scapa.detection.features.FeatureFamily;
import io.scapa.detection.features.FeatureText;
import io.scapa.detection.features.Hashing;
import java.util.Arrays;

/**
 * Several linear models ("heads") over one family of hashed binary features, evaluated together in one pass over the text.
 * A row is the inverse document frequencies of the features that the text has, scaled to unit length; a head's margin is its
 * weights times the row, plus its intercept. A head may read some blocks of a combined family only: its row has no others.
 * Immutable; {@link Scratch} holds what a thread needs to evaluate it.
 */
public final class LinearModel {
    private final FeatureFamily family;
    private final int[] buckets;
    private final float[] idf;
    private final float[][] weights;
    private final float[] intercepts;
    private final int[] reads;

    private final int[] table;
    private final int[] slots;
    private final int mask;
    private final float[] interleaved;

    /**
     * A model.
     *
     * @param family the features
     * @param buckets the features' buckets, ascending
     * @param idf a value for each
     * @param weights for each head a weight for each feature
     * @param intercepts for each head
     */
    public LinearModel(FeatureFamily family, int[] buckets, float[] idf, float[][] weights, float[] intercepts) {
        this(family, buckets, idf, weights, intercepts, everyBlock(weights.length));
    }

    /**
     * A model whose heads read some blocks each.
     *
     * @param buckets the features' buckets, ascending
     * @param idf a value for each
     * @param weights for each head a weight for each feature, 0 for those of blocks that it does not read
     * @param intercepts for each head
     * @param reads for each head the blocks that it reads, one bit each
     */
    public LinearModel(
            FeatureFamily family, int[] buckets, float[] idf, float[][] weights, float[] intercepts, int[] reads) {
        if (reads.length != weights.length) {
            throw new IllegalArgumentException("expected blocks for " + weights.length + " heads, got " + reads.length);
        }
        this.reads = reads;
        this.family = family;
        this.buckets = buckets;
        this.idf = idf;
        this.weights = weights;
        this.intercepts = intercepts;
        int capacity = Integer.highestOneBit(Math.max(8, 4 * buckets.length - 1));
        mask = capacity - 1;
        table = new int[capacity];
        slots = new int[capacity];
        Arrays.fill(table, -1);
        index();
        interleaved = interleave();
    }

    private static int[] everyBlock(int heads) {
        int[] all = new int[heads];
        Arrays.fill(all, -1);
        return all;
    }

    private void index() {
        for (int f = 0; f < buckets.length; f++) {
            if (f > 0 && buckets[f] <= buckets[f - 1]) {
                throw new IllegalArgumentException(
                        "buckets must ascend, got " + buckets[f] + " after " + buckets[f - 1]);
            }
            int at = slot(buckets[f]);
            while (table[at] >= 0) {
                at = at + 1 & mask;
            }
            table[at] = buckets[f];
            slots[at] = f;
        }
    }

    private float[] interleave() {
        int columns = weights.length + 1;
        float[] out = new float[columns * buckets.length];
        for (int f = 0; f < buckets.length; f++) {
            out[f * columns] = idf[f] * idf[f];
            for (int h = 0; h < weights.length; h++) {
                out[f * columns + 1 + h] = weights[h][f] * idf[f];
            }
        }
        return out;
    }

    /** The family of its features. */
    public FeatureFamily family() {
        return family;
    }

    /** How many heads it has. */
    public int heads() {
        return weights.length;
    }

    /** How many features it has. */
    public int size() {
        return buckets.length;
    }

    int[] buckets() {
        return buckets;
    }

    float[] idf() {
        return idf;
    }

    float[][] weights() {
        return weights;
    }

    float[] intercepts() {
        return intercepts;
    }

    int[] reads() {
        return reads;
    }

    /** What one thread needs to evaluate a model: room for buckets and a mark a feature. */
    public static final class Scratch {
        private int[] emitted = new int[4096];
        private int[] marks = new int[0];
        private final double[] squares = new double[Integer.SIZE];
        private int generation;

        private int begin(int features, int capacity) {
            if (emitted.length < capacity) {
                emitted = new int[capacity];
            }
            if (marks.length < features) {
                marks = new int[features];
                generation = 0;
            }
            if (++generation == Integer.MAX_VALUE) {
                Arrays.fill(marks, 0);
                generation = 1;
            }
            return generation;
        }
    }

    /**
     * The heads' margins for a text.
     *
     * @param into gets them, from {@code at} on
     * @return how many distinct features of the model the text has
     */
    public int score(FeatureText text, Scratch scratch, double[] into, int at) {
        int mark = scratch.begin(buckets.length, family.capacity(text));
        int[] emitted = scratch.emitted;
        int[] marks = scratch.marks;
        int n = family.emit(text, emitted);
        int heads = weights.length;
        int columns = heads + 1;
        Arrays.fill(into, at, at + heads, 0);
        double[] squares = scratch.squares;
        Arrays.fill(squares, 0, family.blocks(), 0);
        int found = 0;
        for (int i = 0; i < n; i++) {
            int f = find(emitted[i]);
            if (f >= 0 && marks[f] != mark) {
                marks[f] = mark;
                found++;
                int base = f * columns;
                squares[emitted[i] / Hashing.BUCKETS] += interleaved[base];
                for (int h = 0; h < heads; h++) {
                    into[at + h] += interleaved[base + 1 + h];
                }
            }
        }
        for (int h = 0; h < heads; h++) {
            into[at + h] = into[at + h] * scale(squares, reads[h]) + intercepts[h];
        }
        return found;
    }

    /** The same model with heads that read some blocks only; see the constructor. */
    LinearModel reading(int[] blocks) {
        return new LinearModel(family, buckets, idf, weights, intercepts, blocks);
    }

    /** The index of a bucket among the model's features, or -1. */
    public int indexOf(int bucket) {
        return find(bucket);
    }

    /** What a feature adds to a head's sum before the row is scaled. */
    public double contribution(int head, int feature) {
        return interleaved[feature * (weights.length + 1) + 1 + head];
    }

    /** What a feature adds to the square of a row's length. */
    public double square(int feature) {
        return interleaved[feature * (weights.length + 1)];
    }

    /** A head's intercept. */
    public double intercept(int head) {
        return intercepts[head];
    }

    /** One over the length of a row of the blocks that a head reads. */
    private double scale(double[] squares, int reads) {
        double sum = 0;
        for (int block = 0; block < family.blocks(); block++) {
            sum += (reads >>> block & 1) == 1 ? squares[block] : 0;
        }
        return sum > 0 ? 1 / Math.sqrt(sum) : 0;
    }

    private int find(int bucket) {
        int at = slot(bucket);
        while (true) {
            int held = table[at];
            if (held == bucket) {
                return slots[at];
            }
            if (held < 0) {
                return -1;
            }
            at = at + 1 & mask;
        }
    }

    private int slot(int bucket) {
        return bucket * 0x9e3779b1 >>> 7 & mask;
    }
}
