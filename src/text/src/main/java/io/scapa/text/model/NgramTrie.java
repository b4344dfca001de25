package io.scapa.text.model;

import java.util.Arrays;

/**
 * Every n-gram of length 1 to {@code order} of some sequences, as a trie in level order: the children of a node stand next
 * to each other, by ascending token. Level 0 is the root alone. Each sequence is preceded by {@code order - 1} begin marks,
 * whose id is the vocabulary size: contexts see them, nothing predicts them.
 */
final class NgramTrie {
    final int order;
    final int vocabularySize;
    /** {@code tokens[k][node]}: the last token of a node of level k. */
    final int[][] tokens;
    /** {@code firstChild[k][node]}: where its children begin at level k + 1; one entry more than nodes. */
    final int[][] firstChild;
    /** {@code suffix[k][node]}: the node of level k - 1 that lacks the first token. */
    final int[][] suffix;
    /** {@code counts[k][node]}: how often the n-gram occurs. */
    final int[][] counts;
    /** {@code begins[k]}: whether the n-gram starts with a begin mark. */
    final boolean[][] begins;

    private NgramTrie(int order, int vocabularySize) {
        this.order = order;
        this.vocabularySize = vocabularySize;
        tokens = new int[order + 1][];
        firstChild = new int[order + 1][];
        suffix = new int[order + 1][];
        counts = new int[order + 1][];
        begins = new boolean[order + 1][];
    }

    static NgramTrie of(Iterable<int[]> sequences, int order, int vocabularySize) {
        LongIntMap[] levels = new LongIntMap[order + 1];
        int[][] raw = new int[order + 1][];
        for (int k = 1; k <= order; k++) {
            levels[k] = new LongIntMap(1024);
            raw[k] = new int[1024];
        }
        for (int[] sequence : sequences) {
            count(padded(sequence, order, vocabularySize), order, levels, raw);
        }
        return new NgramTrie(order, vocabularySize).inLevelOrder(levels, raw);
    }

    /** The child of a node, or -1. */
    int child(int level, int node, int token) {
        int from = firstChild[level][node];
        int place = Arrays.binarySearch(tokens[level + 1], from, firstChild[level][node + 1], token);
        return place < 0 ? -1 : place;
    }

    private static int[] padded(int[] sequence, int order, int vocabularySize) {
        int[] padded = new int[sequence.length + order - 1];
        Arrays.fill(padded, 0, order - 1, vocabularySize);
        for (int i = 0; i < sequence.length; i++) {
            if (sequence[i] < 0 || sequence[i] >= vocabularySize) {
                throw new IllegalArgumentException(
                        "token ids lie in [0, " + vocabularySize + "), got " + sequence[i] + " at position " + i);
            }
            padded[i + order - 1] = sequence[i];
        }
        return padded;
    }

    private static void count(int[] padded, int order, LongIntMap[] levels, int[][] raw) {
        for (int start = 0; start < padded.length; start++) {
            int node = 0;
            for (int k = 1; k <= order && start + k <= padded.length; k++) {
                node = levels[k].indexOf((long) node << 32 | padded[start + k - 1]);
                if (node >= raw[k].length) {
                    raw[k] = Arrays.copyOf(raw[k], raw[k].length * 2);
                }
                raw[k][node]++;
            }
        }
    }

    private NgramTrie inLevelOrder(LongIntMap[] levels, int[][] raw) {
        tokens[0] = new int[] {-1};
        counts[0] = new int[] {0};
        begins[0] = new boolean[] {false};
        suffix[0] = new int[] {0};
        int[] newParent = {0};
        for (int k = 1; k <= order; k++) {
            newParent = level(k, levels[k].keysByIndex(), raw[k], newParent);
            levels[k] = new LongIntMap(0); // let the memory go before the next level
        }
        firstChild[order] = new int[tokens[order].length + 1];
        return this;
    }

    /** Lays one level out; returns the new index of each node by its old one. */
    private int[] level(int k, long[] keys, int[] raw, int[] newParent) {
        int n = keys.length;
        long[] sorted = new long[n];
        for (int old = 0; old < n; old++) {
            sorted[old] = (long) newParent[(int) (keys[old] >>> 32)] << 32 | keys[old] & 0xFFFFFFFFL;
        }
        long[] original = sorted.clone();
        Arrays.parallelSort(sorted);
        tokens[k] = new int[n];
        counts[k] = new int[n];
        begins[k] = new boolean[n];
        suffix[k] = new int[n];
        firstChild[k - 1] = new int[tokens[k - 1].length + 1];
        for (int node = 0; node < n; node++) {
            tokens[k][node] = (int) sorted[node];
            firstChild[k - 1][(int) (sorted[node] >>> 32) + 1]++;
        }
        for (int parent = 0; parent < tokens[k - 1].length; parent++) {
            firstChild[k - 1][parent + 1] += firstChild[k - 1][parent];
        }
        for (int node = 0; node < n; node++) {
            int parent = (int) (sorted[node] >>> 32);
            begins[k][node] = k == 1 ? tokens[1][node] == vocabularySize : begins[k - 1][parent];
            suffix[k][node] = k == 1 ? 0 : child(k - 2, suffix[k - 1][parent], tokens[k][node]);
        }
        int[] place = new int[n];
        for (int old = 0; old < n; old++) {
            place[old] = Arrays.binarySearch(sorted, original[old]);
            counts[k][place[old]] = raw[old];
        }
        return place;
    }
}
