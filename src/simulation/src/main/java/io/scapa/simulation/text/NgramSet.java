package io.scapa.simulation.text;

/** Distinct n-grams of a text, by a 64-bit hash of their words: two of a million collide with probability 3e-8. */
final class NgramSet {
    private long[] hashes;
    private int mask;
    private int size;

    private NgramSet(int expected) {
        int room = Integer.highestOneBit(Math.max(16, expected)) * 4;
        hashes = new long[room];
        mask = room - 1;
    }

    /** All n-grams of the first {@code limit} places; they may span sentences. */
    static NgramSet of(Tokens data, int limit, int n) {
        NgramSet set = new NgramSet(limit);
        for (int i = 0; i + n <= limit; i++) {
            set.add(hash(data, i, n));
        }
        return set;
    }

    private static long hash(Tokens data, int from, int n) {
        long h = 0x243f6a8885a308d3L;
        for (int i = from; i < from + n; i++) {
            h = (h ^ data.get(i)) * 0x9e3779b97f4a7c15L;
            h ^= h >>> 29;
        }
        return h == 0 ? 1 : h;
    }

    private void add(long hash) {
        int slot = (int) (hash >>> 20) & mask;
        while (hashes[slot] != 0) {
            if (hashes[slot] == hash) {
                return;
            }
            slot = slot + 1 & mask;
        }
        hashes[slot] = hash;
        size++;
    }

    private boolean holds(long hash) {
        int slot = (int) (hash >>> 20) & mask;
        while (hashes[slot] != 0) {
            if (hashes[slot] == hash) {
                return true;
            }
            slot = slot + 1 & mask;
        }
        return false;
    }

    /** The share of a text's n-grams inside sentences that are in this set. */
    double shareOf(Tokens data, int limit, int n) {
        int hits = 0;
        int all = 0;
        int inside = 0;
        for (int i = 0; i + n <= limit; i++) {
            inside = data.get(i + n - 1) == Tokens.END ? 0 : inside + 1;
            if (inside < n) {
                continue;
            }
            hits += holds(hash(data, i, n)) ? 1 : 0;
            all++;
        }
        return all == 0 ? Double.NaN : hits / (double) all;
    }

    int size() {
        return size;
    }
}
