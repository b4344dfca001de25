package io.scapa.detection.watermark.random;

/**
 * torch's CPU generator after {@code manual_seed(seed)}: {@code randperm}, {@code rand} and {@code randint}, drawn from
 * one stream in the order of the calls. Equal to torch 2.13 bit for bit. Not thread-safe.
 */
public final class TorchRandom {
    private static final long WIDE_RANGE = 1L << 28;

    private final MersenneTwister words;

    /** A generator freshly seeded; seeds are equal modulo 2^32. */
    public TorchRandom(long seed) {
        this.words = new MersenneTwister(seed);
    }

    /**
     * {@code torch.randperm(n)}: a Fisher-Yates shuffle of 0..n-1 from the front, one word modulo the rest per step.
     *
     * @param n 0 or more, below 2^32 / 20 (above it torch draws 64-bit words)
     */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int i = 0; i < n - 1; i++) {
            int other = i + Integer.remainderUnsigned(words.nextInt(), n - i);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }

    /** One element of a float32 {@code torch.rand}: 24 bits in [0, 1). */
    public float nextFloat() {
        return (words.nextInt() & 0xFFFFFF) * 0x1p-24f;
    }

    /** One element of a float64 {@code torch.rand}: 53 bits in [0, 1). */
    public double nextDouble() {
        return (words.nextLong() & ((1L << 53) - 1)) * 0x1p-53;
    }

    /** The plain next word of the stream. */
    public int nextInt() {
        return words.nextInt();
    }

    /**
     * One element of {@code torch.randint(low, high)}: one word modulo the range, two for a range of 2^28 and more.
     *
     * @throws IllegalArgumentException where {@code low >= high}
     */
    public long nextBetween(long low, long high) {
        if (low >= high) {
            throw new IllegalArgumentException("a random integer needs low < high, got " + low + " and " + high);
        }
        long range = high - low;
        boolean wide = Long.compareUnsigned(range, WIDE_RANGE) >= 0;
        long bits = wide ? words.nextLong() : words.nextInt() & 0xFFFFFFFFL;
        return Long.remainderUnsigned(bits, range) + low;
    }
}
