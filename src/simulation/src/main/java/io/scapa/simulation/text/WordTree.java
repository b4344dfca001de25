package io.scapa.simulation.text;

import java.util.Arrays;

/**
 * A binary code of words: the Huffman tree of their counts, so that a word of probability p takes about log2 1/p decisions.
 * Inner nodes are numbered from 0. Words without a count have no place in it. Ties go by word number, so that the same
 * counts give the same tree.
 */
final class WordTree {
    private static final int NONE = -1;

    private final int[] starts;
    private final int[] nodes;
    private final boolean[] bits;
    /** Children of inner nodes: another inner node, or {@code ~word}. */
    private final int[] zero;

    private final int[] one;
    /** Words behind the two outcomes of each inner node. */
    private final int[] behind;

    private final int words;

    /** @param counts by word number */
    WordTree(int[] counts) {
        int[] order = byCount(counts);
        words = order.length;
        int inner = Math.max(0, words - 1);
        zero = new int[inner];
        one = new int[inner];
        int[] parent = join(counts, order);
        starts = new int[counts.length + 1];
        boolean[] side = new boolean[inner + words];
        for (int n = 0; n < inner; n++) {
            mark(zero[n], false, side, order);
            mark(one[n], true, side, order);
        }
        int[] place = new int[counts.length];
        Arrays.fill(place, NONE);
        for (int i = 0; i < words; i++) {
            place[order[i]] = i;
        }
        for (int w = 0; w < counts.length; w++) {
            starts[w + 1] = starts[w] + (place[w] == NONE ? 0 : depth(parent, inner + place[w]));
        }
        nodes = new int[starts[counts.length]];
        bits = new boolean[nodes.length];
        for (int w = 0; w < counts.length; w++) {
            if (place[w] != NONE) {
                trace(w, inner + place[w], parent, side);
            }
        }
        for (int n = 0; n < inner; n++) {
            zero[n] = zero[n] >= inner ? ~order[zero[n] - inner] : zero[n];
            one[n] = one[n] >= inner ? ~order[one[n] - inner] : one[n];
        }
        behind = new int[2 * inner];
        for (int n = 0; n < inner; n++) {
            behind[2 * n] = below(zero[n]);
            behind[2 * n + 1] = below(one[n]);
        }
    }

    /** A joint has a larger number than what it joins, so that those below are known. */
    private int below(int child) {
        return child < 0 ? 1 : behind[2 * child] + behind[2 * child + 1];
    }

    /** Words behind an outcome of an inner node. */
    int wordsBehind(int node, boolean bit) {
        return behind[2 * node + (bit ? 1 : 0)];
    }

    private static int[] byCount(int[] counts) {
        return java.util.stream.IntStream.range(0, counts.length)
                .filter(w -> counts[w] > 0)
                .boxed()
                .sorted(java.util.Comparator.<Integer>comparingInt(w -> counts[w])
                        .thenComparingInt(w -> w))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Joins the two lightest again and again: leaves are numbered after the inner nodes; returns each one's parent. */
    private int[] join(int[] counts, int[] order) {
        int inner = zero.length;
        int[] parent = new int[inner + words];
        Arrays.fill(parent, NONE);
        long[] weight = new long[inner];
        int leaf = 0;
        int made = 0;
        for (int n = 0; n < inner; n++) {
            int[] pair = new int[2];
            for (int k = 0; k < 2; k++) {
                boolean takeLeaf = leaf < words && (made >= n || counts[order[leaf]] <= weight[made]);
                pair[k] = takeLeaf ? inner + leaf++ : made++;
                weight[n] += takeLeaf ? counts[order[leaf - 1]] : weight[made - 1];
                parent[pair[k]] = n;
            }
            zero[n] = pair[0];
            one[n] = pair[1];
        }
        return parent;
    }

    private static void mark(int child, boolean bit, boolean[] side, int[] order) {
        side[child] = bit;
    }

    private static int depth(int[] parent, int from) {
        int depth = 0;
        for (int n = from; parent[n] != NONE; n = parent[n]) {
            depth++;
        }
        return depth;
    }

    private void trace(int word, int leaf, int[] parent, boolean[] side) {
        int at = starts[word + 1];
        for (int n = leaf; parent[n] != NONE; n = parent[n]) {
            nodes[--at] = parent[n];
            bits[at] = side[n];
        }
    }

    /** Whether a word has a code. */
    boolean knows(int word) {
        return starts[word + 1] > starts[word] || words == 1;
    }

    /** Words that have a code. */
    int words() {
        return words;
    }

    /** Inner nodes. */
    int size() {
        return zero.length;
    }

    int root() {
        return zero.length - 1;
    }

    int from(int word) {
        return starts[word];
    }

    int until(int word) {
        return starts[word + 1];
    }

    int node(int place) {
        return nodes[place];
    }

    boolean bit(int place) {
        return bits[place];
    }

    /** The inner node after a decision, or {@code ~word}. */
    int child(int node, boolean bit) {
        return bit ? one[node] : zero[node];
    }
}
