package io.scapa.detection.watermark.scheme;

import java.util.Arrays;

/** A set of equally long slices of one token sequence, compared by content. Not thread-safe. */
final class DistinctSlices {
    private final int[] tokens;
    private final int length;
    private final int[] slots;

    DistinctSlices(int[] tokens, int length) {
        this.tokens = tokens;
        this.length = length;
        this.slots = new int[Math.max(16, Integer.highestOneBit(Math.max(1, tokens.length)) << 2)];
        Arrays.fill(slots, -1);
    }

    /** Adds the slice that starts here; false where an equal one is known. */
    boolean add(int start) {
        int slot = hash(start) & (slots.length - 1);
        while (slots[slot] >= 0) {
            int known = slots[slot];
            if (Arrays.equals(tokens, known, known + length, tokens, start, start + length)) {
                return false;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = start;
        return true;
    }

    private int hash(int start) {
        long hash = 0x9E3779B97F4A7C15L;
        for (int i = start; i < start + length; i++) {
            hash = (hash ^ tokens[i]) * 0xBF58476D1CE4E5B9L;
            hash ^= hash >>> 31;
        }
        return (int) (hash ^ (hash >>> 32));
    }
}
