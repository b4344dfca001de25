package io.scapa.detection.classifier;

import io.scapa.detection.features.FeatureFamily;
import io.scapa.detection.features.FeatureText;
import io.scapa.detection.features.Hashing;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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

    private final FeatureIndex index;
    private final PackedRows rows;
    private final int[][] readers;

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
        checkAscending(buckets);
        index = FeatureIndex.of(buckets, family.blocks() * Hashing.BUCKETS);
        rows = rows();
        readers = readers(family.blocks(), reads);
    }

    private static int[] everyBlock(int heads) {
        int[] all = new int[heads];
        Arrays.fill(all, -1);
        return all;
    }

    private static void checkAscending(int[] buckets) {
        for (int f = 1; f < buckets.length; f++) {
            if (buckets[f] <= buckets[f - 1]) {
                throw new IllegalArgumentException(
                        "buckets must ascend, got " + buckets[f] + " after " + buckets[f - 1]);
            }
        }
    }

    /** What a feature adds to the square of a row's length and to each head's sum, feature by feature as the index numbers them. */
    private PackedRows rows() {
        int[] positions = index.positions();
        float[][] columns = new float[weights.length + 1][positions.length];
        for (int column = 0; column < columns.length; column++) {
            float[] factors = column == 0 ? idf : weights[column - 1];
            for (int feature = 0; feature < positions.length; feature++) {
                columns[column][feature] = factors[positions[feature]] * idf[positions[feature]];
            }
        }
        return new PackedRows(columns);
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

    /**
     * What one thread needs to evaluate a model, and what it found in the text that it read last: for each bucket that the family
     * wrote, in that order, the feature of the model or -1.
     */
    public static final class Scratch {
        private int[] emitted = new int[4096];
        private int[] features = new int[4096];
        private int[] room = new int[4096];
        private long[] seen = new long[0];
        private double[] sums = new double[0];
        private int size;

        private void begin(int capacity, int features, int columns) {
            if (sums.length < columns) {
                sums = new double[columns];
            }
            if (seen.length < features / Long.SIZE + 1) {
                seen = new long[features / Long.SIZE + 1];
            }
            if (emitted.length < capacity) {
                emitted = new int[capacity];
                this.features = new int[capacity];
                room = new int[capacity];
            }
        }

        /** How many buckets the text has, repeated where a feature is. */
        public int size() {
            return size;
        }

        /** The features, the first {@link #size()} of an array that the next text replaces; -1 for one that the model lacks. */
        public int[] features() {
            return features;
        }

        /** Where the buckets of a block begin; blocks ascend. */
        private int start(int block) {
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = low + high >>> 1;
                if (emitted[middle] / Hashing.BUCKETS < block) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        /** The features in [from, to) that the model has and that were not seen yet, in order, to the start of the room. */
        private int distinct(int from, int to) {
            int[] all = features;
            int[] some = room;
            int found = 0;
            for (int i = from; i < to; i++) {
                some[found] = all[i];
                found += 1 + (all[i] >> Integer.SIZE - 1);
            }
            int fresh = 0;
            for (int i = 0; i < found; i++) {
                int feature = some[i];
                long held = seen[feature >>> 6];
                some[fresh] = feature;
                fresh += 1 - (int) (held >>> feature & 1);
                seen[feature >>> 6] = held | 1L << feature;
            }
            return fresh;
        }
    }

    /** Looks a text's features up, into the scratch. */
    public void lookUp(FeatureText text, Scratch scratch) {
        scratch.begin(family.capacity(text), buckets.length, weights.length + 1);
        scratch.size = family.emit(text, scratch.emitted);
        index.find(scratch.emitted, scratch.size, scratch.features, scratch.room);
    }

    /**
     * The heads' margins for a text.
     *
     * @param into gets them, from {@code at} on
     * @return how many distinct features of the model the text has
     */
    public int score(FeatureText text, Scratch scratch, double[] into, int at) {
        lookUp(text, scratch);
        int heads = weights.length;
        Arrays.fill(into, at, at + heads, 0);
        double[] squares = new double[family.blocks()];
        int found = 0;
        int from = 0;
        for (int block = 0; block < squares.length; block++) {
            int to = scratch.start(block + 1);
            int distinct = scratch.distinct(from, to);
            found += distinct;
            squares[block] = add(scratch, distinct, block, into, at);
            from = to;
        }
        Arrays.fill(scratch.seen, 0);
        for (int h = 0; h < heads; h++) {
            into[at + h] = into[at + h] * scale(squares, reads[h]) + intercepts[h];
        }
        return found;
    }

    /**
     * The heads' margins for a text whose features another model found: of a plain family, so that the row has one block.
     *
     * @param found by the other model in that text
     * @param shared {@link #sharedWith} of the other model
     * @param into gets the margins, from {@code at} on
     * @return how many distinct features of this model the text has
     */
    public int score(Scratch found, int[] shared, double[] into, int at) {
        int distinct = found.distinct(0, found.start(1));
        Arrays.fill(found.seen, 0);
        int[] features = found.room;
        int own = 0;
        for (int i = 0; i < distinct; i++) {
            features[own] = shared[features[i]];
            own += 1 + (features[own] >> Integer.SIZE - 1);
        }
        Arrays.fill(into, at, at + weights.length, 0);
        found.begin(0, 0, weights.length + 1);
        double[] squares = {add(found, own, 0, into, at)};
        for (int h = 0; h < weights.length; h++) {
            into[at + h] = into[at + h] * scale(squares, reads[h]) + intercepts[h];
        }
        return own;
    }

    /**
     * Which features of another model are this one's: for each feature of the other its number here, or -1. A text that the other
     * model read need not be looked up again.
     *
     * @return null where that cannot be said: the other lacks some of this model's features, or its first block is another family
     */
    public int @Nullable [] sharedWith(LinearModel other) {
        String first = other.family.id().split("\\+")[0];
        if (!first.equals(family.id()) || family.vocabulary().size() > 0) {
            return null;
        }
        int[] shared = new int[other.size()];
        Arrays.fill(shared, -1);
        for (int bucket : buckets) {
            int theirs = other.indexOf(bucket);
            if (theirs < 0) {
                return null;
            }
            shared[theirs] = indexOf(bucket);
        }
        return shared;
    }

    /** Adds the first features in the room, of one block, to the sums of the heads that read it; what they add to the square of the row's length. */
    private double add(Scratch scratch, int n, int block, double[] into, int at) {
        rows.sum(scratch.room, n, scratch.sums);
        for (int head : readers[block]) {
            into[at + head] += scratch.sums[1 + head];
        }
        return scratch.sums[0];
    }

    /** For each block the heads that read it. */
    private static int[][] readers(int blocks, int[] reads) {
        int[][] readers = new int[blocks][];
        for (int block = 0; block < blocks; block++) {
            int bit = block;
            readers[block] = IntStream.range(0, reads.length)
                    .filter(h -> (reads[h] >>> bit & 1) == 1)
                    .toArray();
        }
        return readers;
    }

    /** The number of a bucket's feature, in [0, {@link #size()}), or -1. */
    public int indexOf(int bucket) {
        return index.find(bucket);
    }

    /** What a feature adds to a head's sum before the row is scaled. */
    public double contribution(int head, int feature) {
        int f = index.positions()[feature];
        return weights[head][f] * idf[f];
    }

    /** What a feature adds to the square of a row's length. */
    public double square(int feature) {
        int f = index.positions()[feature];
        return idf[f] * idf[f];
    }

    /**
     * For each feature of another model, by its number there, what it adds to a head's sum and to the square of a row's length here:
     * two numbers each, 0 for a feature that this model lacks.
     *
     * @return null where {@link #sharedWith} is
     */
    public float @Nullable [] contributionsIn(LinearModel other, int head) {
        int[] shared = sharedWith(other);
        if (shared == null) {
            return null;
        }
        float[] all = new float[2 * shared.length];
        for (int feature = 0; feature < shared.length; feature++) {
            if (shared[feature] >= 0) {
                all[2 * feature] = (float) contribution(head, shared[feature]);
                all[2 * feature + 1] = (float) square(shared[feature]);
            }
        }
        return all;
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
}
