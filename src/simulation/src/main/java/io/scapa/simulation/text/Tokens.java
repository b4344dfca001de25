package io.scapa.simulation.text;

import java.util.Arrays;

/**
 * A growing sequence of token ids in which {@link #END} closes every sentence. Kept flat: a corpus is one array.
 */
public final class Tokens {
    /** Closes a sentence; words are numbered from 1. */
    public static final int END = 0;

    private int[] ids;
    private int size;

    /** An empty sequence with room for some ids. */
    public Tokens(int room) {
        ids = new int[Math.max(16, room)];
    }

    /** Adds one id. */
    public void add(int id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size + (size >> 1) + 16);
        }
        ids[size++] = id;
    }

    /** Adds a stretch of another sequence. */
    public void add(Tokens other, int from, int until) {
        int count = until - from;
        if (size + count > ids.length) {
            ids = Arrays.copyOf(ids, Math.max(size + count, size + (size >> 1)));
        }
        System.arraycopy(other.ids, from, ids, size, count);
        size += count;
    }

    /** Ids so far, sentence ends included. */
    public int size() {
        return size;
    }

    /** One id. */
    public int get(int i) {
        return ids[i];
    }

    /** The backing array; valid up to {@link #size}. */
    int[] array() {
        return ids;
    }

    /** Forgets everything. */
    public void clear() {
        size = 0;
    }

    /** The largest id; {@link #END} where there is none. */
    int largest() {
        int largest = END;
        for (int i = 0; i < size; i++) {
            largest = Math.max(largest, ids[i]);
        }
        return largest;
    }

    /** Sentences at even distances that make up about a number of tokens; this sequence itself where it is no longer. */
    Tokens evenly(int tokens) {
        if (size <= tokens + tokens / 50) {
            return this;
        }
        Tokens chosen = new Tokens(tokens + 1024);
        int[] starts = sentenceStarts();
        double share = tokens / (double) size;
        double due = 0;
        for (int s = 0; s + 1 < starts.length; s++) {
            due += share * (starts[s + 1] - starts[s]);
            if (chosen.size < due) {
                chosen.add(this, starts[s], starts[s + 1]);
            }
        }
        return chosen;
    }

    /** Where sentences start, and one past the last end. */
    int[] sentenceStarts() {
        int count = 1;
        for (int i = 0; i < size; i++) {
            count += ids[i] == END ? 1 : 0;
        }
        int[] starts = new int[count];
        int k = 1;
        for (int i = 0; i < size; i++) {
            if (ids[i] == END) {
                starts[k++] = i + 1;
            }
        }
        return starts;
    }

    /** The sentences as separate arrays, without their ends. */
    java.util.List<int[]> sentences() {
        int[] starts = sentenceStarts();
        java.util.List<int[]> sentences = new java.util.ArrayList<>(starts.length);
        for (int s = 0; s + 1 < starts.length; s++) {
            sentences.add(Arrays.copyOfRange(ids, starts[s], starts[s + 1] - 1));
        }
        return sentences;
    }
}
