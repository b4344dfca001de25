package io.scapa.detection.features;

import java.util.Arrays;

/** An immutable set of buckets, looked up in one probe or two. */
public final class BucketSet {
    private final int[] table;
    private final int mask;
    private final int size;

    private BucketSet(int[] sorted) {
        int capacity = Integer.highestOneBit(Math.max(8, 4 * sorted.length - 1));
        table = new int[capacity];
        mask = capacity - 1;
        size = sorted.length;
        Arrays.fill(table, -1);
        for (int bucket : sorted) {
            int at = slot(bucket);
            while (table[at] >= 0) {
                at = at + 1 & mask;
            }
            table[at] = bucket;
        }
    }

    /** The set of some distinct buckets. */
    public static BucketSet of(int... buckets) {
        return new BucketSet(Arrays.stream(buckets).sorted().distinct().toArray());
    }

    /** Whether a bucket is in it. */
    public boolean contains(int bucket) {
        int at = slot(bucket);
        while (table[at] >= 0) {
            if (table[at] == bucket) {
                return true;
            }
            at = at + 1 & mask;
        }
        return false;
    }

    /** Its buckets in ascending order. */
    public int[] sorted() {
        return Arrays.stream(table).filter(b -> b >= 0).sorted().toArray();
    }

    /** How many buckets it holds. */
    public int size() {
        return size;
    }

    private int slot(int bucket) {
        return bucket * 0x9e3779b1 >>> 7 & mask;
    }
}
