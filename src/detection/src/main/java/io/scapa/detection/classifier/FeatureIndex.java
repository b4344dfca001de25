package io.scapa.detection.classifier;

/**
 * The buckets of a model's features, each with a number of its own in [0, size): an exact, immutable hash table laid out for caches.
 * A cell is one {@code long}: how many features the cells of its group before it hold, and up to three entries of 16 bits. All three
 * are compared at once (Knuth 2011, The Art of Computer Programming 4A, 7.1.3, eq. 90), so that a look-up costs one line of cache
 * and, in a loop over many buckets, no branch that a processor would guess wrong. An entry is the part of the bucket that its
 * cell does not tell (as in Cleary 1984, Compact hash tables using bidirectional linear probing) and how far from its cell it lies,
 * so nothing else need be read to be sure.
 *
 * <p>Numbers follow the cells, not the order of the buckets: {@link #positions} leads back.
 */
final class FeatureIndex {
    private static final int LANE = 16;
    private static final int LANES = 3;
    private static final long ONES = 0x0001_0001_0001_0000L;
    private static final long TOPS = 0x8000_8000_8000_0000L;
    private static final int OFFSET = 0xffff;

    /** Cells whose features are counted from one base: few enough for 16 bits. */
    private static final int GROUP_BITS = 12;

    private static final double FULLEST = 1.75;
    private static final int MULTIPLIER = 0x9e3779b1;

    /** Buckets that are looked up together: what is kept of them stays in the nearest cache. */
    private static final int CHUNK = 512;

    private final long[] cells;
    private final int[] bases;
    private final int[] positions;
    private final int cellBits;
    private final int farBits;
    private int farthest;

    /**
     * An index of some buckets.
     *
     * @param buckets distinct, in [0, limit)
     * @param limit over all buckets that will be looked up
     */
    static FeatureIndex of(int[] buckets, int limit) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(limit - 1);
        int cellBits = Math.max(0, bits - 12);
        while (1L << cellBits < buckets.length / FULLEST) {
            cellBits++;
        }
        FeatureIndex index = new FeatureIndex(cellBits, bits, buckets.length);
        while (!index.fill(buckets)) {
            index = new FeatureIndex(++cellBits, bits, buckets.length);
        }
        return index;
    }

    private FeatureIndex(int cellBits, int keyBits, int size) {
        this.cellBits = cellBits;
        this.farBits = LANE - Math.max(0, keyBits - cellBits);
        this.cells = new long[1 << cellBits];
        this.bases = new int[Math.max(1, cells.length >>> GROUP_BITS)];
        this.positions = new int[size];
    }

    /** Puts the buckets in; false where one would come to lie too far from its cell. */
    private boolean fill(int[] buckets) {
        int[][] at = new int[LANES][cells.length];
        for (int position = 0; position < buckets.length; position++) {
            int cell = home(buckets[position]);
            int far = 0;
            while (cells[cell] >>> LANES * LANE != 0) {
                cell = next(cell);
                far++;
            }
            if (far + 1 >= 1 << farBits) {
                return false;
            }
            farthest = Math.max(farthest, far);
            int lane = cells[cell] == 0 ? 0 : cells[cell] >>> 2 * LANE == 0 ? 1 : 2;
            cells[cell] |= entry(buckets[position]) + far << (lane + 1) * LANE;
            at[lane][cell] = position;
        }
        number(at);
        return true;
    }

    private void number(int[][] at) {
        int number = 0;
        for (int cell = 0; cell < cells.length; cell++) {
            if ((cell & (1 << GROUP_BITS) - 1) == 0) {
                bases[cell >>> GROUP_BITS] = number;
            }
            int start = number;
            for (int lane = 0; lane < LANES && cells[cell] >>> (lane + 1) * LANE != 0; lane++) {
                positions[number++] = at[lane][cell];
            }
            cells[cell] |= start - bases[cell >>> GROUP_BITS];
        }
    }

    /** How many buckets it holds. */
    int size() {
        return positions.length;
    }

    /** For each number, where in the array given to {@link #of} its bucket stood. */
    int[] positions() {
        return positions;
    }

    /** The number of a bucket in [0, limit), or -1. */
    int find(int bucket) {
        int cell = home(bucket);
        long entry = entry(bucket);
        for (int far = 0; far <= farthest; far++) {
            long held = cells[cell];
            long match = match(held, entry + far);
            if (match != 0) {
                return number(held, cell, match);
            }
            if (held >>> LANES * LANE == 0) {
                return -1;
            }
            cell = next(cell);
        }
        return -1;
    }

    /**
     * The numbers of many buckets.
     *
     * @param buckets the first {@code n} are looked up, each in [0, limit)
     * @param into gets for each its number, or -1
     * @param room of at least {@code n}, overwritten
     */
    void find(int[] buckets, int n, int[] into, int[] room) {
        long[] held = new long[Math.min(n, CHUNK)];
        int left = 0;
        for (int from = 0; from < n; from += CHUNK) {
            left = find(buckets, from, Math.min(n, from + CHUNK), into, room, left, held);
        }
        for (int i = 0; i < left; i++) {
            into[room[i]] = find(buckets[room[i]]);
        }
    }

    /** In three loops: the second does nothing but fetch, so that as many lines of cache as can be are under way at once. */
    private int find(int[] buckets, int from, int to, int[] into, int[] room, int already, long[] held) {
        for (int i = from; i < to; i++) {
            into[i] = home(buckets[i]);
        }
        for (int i = from; i < to; i++) {
            held[i - from] = cells[into[i]];
        }
        int left = already;
        for (int i = from; i < to; i++) {
            long its = held[i - from];
            long match = match(its, entry(buckets[i]));
            int found = (int) (anyBit(match) & number(its, into[i], match) | ~anyBit(match));
            into[i] = found;
            room[left] = i;
            left += (int) (anyBit(its >>> LANES * LANE) & ~anyBit(match) & 1);
        }
        return left;
    }

    /** All bits where there is any, without a branch. */
    private static long anyBit(long value) {
        return (value | -value) >> Long.SIZE - 1;
    }

    private int home(int bucket) {
        return bucket + (bucket >>> cellBits) * MULTIPLIER & cells.length - 1;
    }

    /** The entry of a bucket that lies in its own cell; never 0. */
    private long entry(int bucket) {
        return (long) (bucket >>> cellBits) << farBits | 1;
    }

    private int next(int cell) {
        return cell + 1 & cells.length - 1;
    }

    /** The top bit of each lane that holds an entry, of which only the lowest is to be trusted; 0 where none does. */
    private static long match(long held, long entry) {
        long difference = held ^ entry * ONES;
        return difference - ONES & ~difference & TOPS;
    }

    private int number(long held, int cell, long match) {
        int lane = (Long.numberOfTrailingZeros(match) >>> 4) - 1;
        return bases[cell >>> GROUP_BITS] + (int) (held & OFFSET) + lane;
    }
}
