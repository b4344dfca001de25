package io.scapa.curation.table;

/** Numbers by hashes, open addressing, 32 bytes or so an entry; neither is ever 0. */
public final class LongMap {
    private long[] keys = new long[1024];
    private long[] values = new long[1024];
    private int size;

    /** The number of a key, or 0. */
    public long get(long key) {
        return values[slot(keys, key)];
    }

    /** Keeps the lesser of what stands under a key and another number, both unsigned. */
    public void mergeUnsignedMinimum(long key, long value) {
        int at = slot(keys, key);
        if (keys[at] == 0) {
            keys[at] = key;
            values[at] = value;
            if (++size * 2L > keys.length) {
                grow();
            }
        } else if (Long.compareUnsigned(value, values[at]) < 0) {
            values[at] = value;
        }
    }

    private void grow() {
        long[] moreKeys = new long[keys.length * 2];
        long[] moreValues = new long[keys.length * 2];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int at = slot(moreKeys, keys[i]);
                moreKeys[at] = keys[i];
                moreValues[at] = values[i];
            }
        }
        keys = moreKeys;
        values = moreValues;
    }

    private static int slot(long[] keys, long key) {
        int mask = keys.length - 1;
        int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 33) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
