package io.scapa.detection.watermark.random;

import java.util.Arrays;

/**
 * {@code torch.randperm(n, device="cuda")} for a freshly seeded CUDA generator, derived from ATen's sources (distribution
 * launch geometry, radix sort of random keys, Fisher-Yates inside ties) and not confirmed on hardware. Immutable.
 */
public final class CudaPermutation {
    private static final int BLOCK = 256;
    private static final double LOG_OF_UNIQUE = Math.log(0.9);

    private final int n;
    private final int bits;
    private final int threads;
    private final int unroll;
    private final boolean wide;

    /**
     * @param n length, 1 or more
     * @param multiprocessors of the GPU
     * @param threadsPerMultiprocessor most resident threads of one
     * @param torch27 whether torch is 2.7 or newer
     */
    public CudaPermutation(int n, int multiprocessors, int threadsPerMultiprocessor, boolean torch27) {
        this.n = n;
        double size = n;
        this.bits = (int) Math.min(
                64, Math.ceil(Math.log(size - (6 * size * size + 1) / (12 * LOG_OF_UNIQUE)) / Math.log(2)));
        this.wide = bits > 32;
        this.unroll = wide || torch27 ? 2 : 4;
        int grid = Math.min((n + BLOCK - 1) / BLOCK, multiprocessors * (threadsPerMultiprocessor / BLOCK));
        this.threads = grid * BLOCK;
    }

    /** The random keys that the permutation sorts by, cut to the bits that are sorted. */
    private long[] keys(long seed) {
        long[] keys = new long[n];
        int[] words = new int[4];
        int rounds = (n - 1) / (threads * unroll) + 1;
        for (int thread = 0; thread < Math.min(threads, n); thread++) {
            for (int round = 0; round < rounds; round++) {
                Philox.generate(round, 0, thread, 0, (int) seed, (int) (seed >>> 32), words);
                for (int part = 0; part < unroll; part++) {
                    long element = thread + (long) threads * ((long) unroll * round + part);
                    if (element < n) {
                        keys[(int) element] = key(words, part);
                    }
                }
            }
        }
        return keys;
    }

    private long key(int[] words, int part) {
        long value = unroll == 2
                ? ((long) words[2 * part] << 32) | (words[2 * part + 1] & 0xFFFFFFFFL)
                : words[part] & 0xFFFFFFFFL;
        if (wide) {
            return Long.remainderUnsigned(value, -1L) & mask();
        }
        int key = (int) (Long.remainderUnsigned(value, 0xFFFFFFFFL) + Integer.MIN_VALUE);
        return key & mask();
    }

    private long mask() {
        return bits == 64 ? -1L : (1L << bits) - 1;
    }

    /** The permutation of a seed. */
    public int[] permutation(long seed) {
        long[] keys = keys(seed);
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compareUnsigned(keys[a], keys[b]));
        int[] permutation = Arrays.stream(order).mapToInt(Integer::intValue).toArray();
        shuffleTies(seed, keys, permutation);
        return permutation;
    }

    private void shuffleTies(long seed, long[] keys, int[] permutation) {
        int start = 0;
        for (int i = 1; i <= n; i++) {
            if (i == n || keys[permutation[i]] != keys[permutation[start]]) {
                if (i - start > 1) {
                    shuffleTie(seed, permutation, start, i - start);
                }
                start = i;
            }
        }
    }

    private void shuffleTie(long seed, int[] permutation, int start, int size) {
        int[] words = new int[4];
        int counter = (n - 1) / (threads * unroll) + 1;
        for (int i = size - 1; i > 0; i--) {
            int drawn = size - 1 - i;
            Philox.generate(counter + drawn / 4, 0, start, 0, (int) seed, (int) (seed >>> 32), words);
            int other = Integer.remainderUnsigned(words[drawn % 4], i + 1);
            int kept = permutation[start + i];
            permutation[start + i] = permutation[start + other];
            permutation[start + other] = kept;
        }
    }

    /** A reader that builds the permutation's ranks once per seed; for one thread. */
    public Ranks ranks() {
        return new Ranks();
    }

    /** Ranks under the seed asked for last; not thread-safe. */
    public final class Ranks {
        private long seed;
        private int[] ranks = new int[0];

        private Ranks() {}

        /** Where a value stands in the permutation of a seed. */
        public int of(long wanted, int value) {
            if (ranks.length == 0 || seed != wanted) {
                int[] order = permutation(wanted);
                ranks = new int[n];
                for (int i = 0; i < n; i++) {
                    ranks[order[i]] = i;
                }
                seed = wanted;
            }
            return ranks[value];
        }
    }
}
