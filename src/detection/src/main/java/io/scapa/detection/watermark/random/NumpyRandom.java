package io.scapa.detection.watermark.random;

import java.math.BigInteger;

/**
 * {@code numpy.random.default_rng(seed)}: a {@code SeedSequence} that spreads the seed over 256 bits, and PCG64 (O'Neill,
 * "PCG", 2014; XSL-RR 128/64). Not thread-safe.
 */
public final class NumpyRandom {
    private static final int INIT_A = 0x43b0d7e5;
    private static final int MULT_A = 0x931e8875;
    private static final int INIT_B = 0x8b51f9dd;
    private static final int MULT_B = 0x58f38ded;
    private static final int MIX_LEFT = 0xca01f9dd;
    private static final int MIX_RIGHT = 0x4973f715;
    private static final int POOL = 4;
    private static final long MULTIPLIER_HIGH = 2549297995355413924L;
    private static final long MULTIPLIER_LOW = 4865540595714422341L;

    private long high;
    private long low;
    private final long incrementHigh;
    private final long incrementLow;
    private int saved;
    private boolean hasSaved;

    /** A generator from a non-negative integer seed of any size. */
    public NumpyRandom(BigInteger seed) {
        long[] state = spread(seed);
        this.incrementHigh = (state[2] << 1) | (state[3] >>> 63);
        this.incrementLow = (state[3] << 1) | 1;
        step();
        long sum = low + state[1];
        high += state[0] + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
        low = sum;
        step();
    }

    private static long[] spread(BigInteger seed) {
        int words = Math.max(1, (seed.bitLength() + 31) / 32);
        int[] pool = new int[POOL];
        int[] constant = {INIT_A};
        for (int i = 0; i < POOL; i++) {
            pool[i] = hash(i < words ? seed.shiftRight(32 * i).intValue() : 0, constant);
        }
        for (int from = 0; from < POOL; from++) {
            for (int to = 0; to < POOL; to++) {
                if (from != to) {
                    pool[to] = mix(pool[to], hash(pool[from], constant));
                }
            }
        }
        for (int from = POOL; from < words; from++) {
            for (int to = 0; to < POOL; to++) {
                pool[to] = mix(pool[to], hash(seed.shiftRight(32 * from).intValue(), constant));
            }
        }
        return generate(pool);
    }

    private static int hash(int value, int[] constant) {
        int mixed = value ^ constant[0];
        constant[0] *= MULT_A;
        mixed *= constant[0];
        return mixed ^ (mixed >>> 16);
    }

    private static int mix(int left, int right) {
        int mixed = MIX_LEFT * left - MIX_RIGHT * right;
        return mixed ^ (mixed >>> 16);
    }

    private static long[] generate(int[] pool) {
        long[] state = new long[4];
        int constant = INIT_B;
        for (int i = 0; i < 8; i++) {
            int word = pool[i % POOL] ^ constant;
            constant *= MULT_B;
            word *= constant;
            word ^= word >>> 16;
            state[i / 2] |= (word & 0xFFFFFFFFL) << (32 * (i % 2));
        }
        return state;
    }

    private void step() {
        long productHigh =
                Math.unsignedMultiplyHigh(low, MULTIPLIER_LOW) + high * MULTIPLIER_LOW + low * MULTIPLIER_HIGH;
        long productLow = low * MULTIPLIER_LOW;
        low = productLow + incrementLow;
        high = productHigh + incrementHigh + (Long.compareUnsigned(low, productLow) < 0 ? 1 : 0);
    }

    /** The next 64 bits. */
    public long nextLong() {
        step();
        return Long.rotateRight(high ^ low, (int) (high >>> 58));
    }

    /** The next 32 bits: the low half of a draw, then its high half. */
    public int nextInt() {
        if (hasSaved) {
            hasSaved = false;
            return saved;
        }
        long drawn = nextLong();
        saved = (int) (drawn >>> 32);
        hasSaved = true;
        return (int) drawn;
    }

    /** {@code Generator.shuffle} of a one-dimensional array: from the back, partners by masked rejection. */
    public void shuffle(boolean[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int other = upTo(i);
            boolean kept = values[i];
            values[i] = values[other];
            values[other] = kept;
        }
    }

    private int upTo(int most) {
        int mask = -1 >>> Integer.numberOfLeadingZeros(most);
        int drawn = nextInt() & mask;
        while (drawn > most) {
            drawn = nextInt() & mask;
        }
        return drawn;
    }
}
