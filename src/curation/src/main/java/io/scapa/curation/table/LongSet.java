package io.scapa.curation.table;

/** A set of hashes, open addressing, 16 bytes or so a member. Not safe for several threads while it grows. */
public final class LongSet {
    private long[] slots = new long[1024];
    private int size;
    private boolean zero;

    /** Adds a member; false where it was there. */
    public boolean add(long value) {
        if (value == 0) {
            boolean fresh = !zero;
            zero = true;
            return fresh;
        }
        int at = slot(slots, value);
        if (slots[at] == value) {
            return false;
        }
        slots[at] = value;
        if (++size * 2L > slots.length) {
            grow();
        }
        return true;
    }

    /** Whether it holds a value. */
    public boolean contains(long value) {
        return value == 0 ? zero : slots[slot(slots, value)] == value;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long value : slots) {
            if (value != 0) {
                larger[slot(larger, value)] = value;
            }
        }
        slots = larger;
    }

    private static int slot(long[] slots, long value) {
        int mask = slots.length - 1;
        int at = (int) ((value * 0x9E3779B97F4A7C15L) >>> 33) & mask;
        while (slots[at] != 0 && slots[at] != value) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
