package io.scapa.detection.watermark.scheme;

import java.util.Arrays;

/** A set of pairs of a 64-bit seed and a token. Not thread-safe. */
final class DistinctPairs {
    private final long[] seeds;
    private final int[] tokens;

    /** @param most pairs that will be added at most */
    DistinctPairs(int most) {
        int slots = Math.max(16, Integer.highestOneBit(Math.max(1, most)) << 2);
        this.seeds = new long[slots];
        this.tokens = new int[slots];
        Arrays.fill(tokens, -1);
    }

    /** Adds a pair; false where it is known. */
    boolean add(long seed, int token) {
        long hash = (seed ^ (token * 0x9E3779B97F4A7C15L)) * 0xBF58476D1CE4E5B9L;
        int slot = (int) (hash ^ (hash >>> 32)) & (seeds.length - 1);
        while (tokens[slot] >= 0) {
            if (tokens[slot] == token && seeds[slot] == seed) {
                return false;
            }
            slot = (slot + 1) & (seeds.length - 1);
        }
        seeds[slot] = seed;
        tokens[slot] = token;
        return true;
    }
}
