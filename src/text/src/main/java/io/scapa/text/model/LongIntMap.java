package io.scapa.text.model;

import java.util.Arrays;

/** Open addressing from non-negative longs to ints: one probe sequence, no boxing, no removal. */
final class LongIntMap {
    private static final long EMPTY = -1;

    private long[] keys;
    private int[] values;
    private int size;

    LongIntMap(int expected) {
        int capacity = Integer.highestOneBit(Math.max(16, expected) * 2 - 1) * 2;
        keys = new long[capacity];
        values = new int[capacity];
        Arrays.fill(keys, EMPTY);
    }

    int size() {
        return size;
    }

    /** The value of a key, or -1. */
    int get(long key) {
        int slot = slot(keys, key);
        return keys[slot] == EMPTY ? -1 : values[slot];
    }

    /** The value of a key, which becomes {@link #size()} where it is new. */
    int indexOf(long key) {
        int slot = slot(keys, key);
        if (keys[slot] != EMPTY) {
            return values[slot];
        }
        keys[slot] = key;
        values[slot] = size;
        if (++size * 3L > keys.length * 2L) {
            grow();
        }
        return size - 1;
    }

    /** Every key, at the place of its value. */
    long[] keysByIndex() {
        long[] byIndex = new long[size];
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != EMPTY) {
                byIndex[values[slot]] = keys[slot];
            }
        }
        return byIndex;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[keys.length];
        Arrays.fill(keys, EMPTY);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                int slot = slot(keys, oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }

    private static int slot(long[] keys, long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int mask = keys.length - 1;
        int slot = (int) (mixed ^ mixed >>> 32) & mask;
        while (keys[slot] != EMPTY && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
