package io.scapa.simulation.text;

import java.util.Arrays;

/** Numbers pairs of words from 0 in the order in which they first appear: open addressing over primitive arrays. */
final class ContextNumbers {
    private long[] keys;
    private int[] values;
    private int mask;
    private int size;

    ContextNumbers(int expected) {
        int room = Integer.highestOneBit(Math.max(16, expected * 2)) * 2;
        keys = new long[room];
        values = new int[room];
        mask = room - 1;
        Arrays.fill(keys, -1);
    }

    int of(int a, int b) {
        long key = (long) a << 32 | b;
        int slot = slot(key);
        while (keys[slot] != key) {
            if (keys[slot] == -1) {
                return insert(slot, key);
            }
            slot = slot + 1 & mask;
        }
        return values[slot];
    }

    /** The number of a pair, or -1 where it has none. */
    int find(int a, int b) {
        long key = (long) a << 32 | b;
        int slot = slot(key);
        while (keys[slot] != key) {
            if (keys[slot] == -1) {
                return -1;
            }
            slot = slot + 1 & mask;
        }
        return values[slot];
    }

    private int slot(long key) {
        long hash = key * 0x9e3779b97f4a7c15L;
        return (int) (hash >>> 32) & mask;
    }

    private int insert(int slot, long key) {
        keys[slot] = key;
        values[slot] = size;
        if (++size * 3L > keys.length * 2L) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[keys.length];
        mask = keys.length - 1;
        Arrays.fill(keys, -1);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != -1) {
                int slot = slot(oldKeys[i]);
                while (keys[slot] != -1) {
                    slot = slot + 1 & mask;
                }
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }

    int size() {
        return size;
    }
}
