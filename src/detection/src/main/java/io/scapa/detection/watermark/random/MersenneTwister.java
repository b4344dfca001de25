package io.scapa.detection.watermark.random;

/**
 * MT19937 (Matsumoto and Nishimura, "Mersenne Twister", ACM TOMACS 8(1), 1998) with the classic 32-bit seeding that
 * torch's CPU generator uses. Words come in blocks of {@link #BLOCK}: the loops are laid out so that the JIT vectorises
 * them. Not thread-safe.
 */
public final class MersenneTwister {
    /** Words in one block: the size of the generator's state. */
    public static final int BLOCK = 624;

    private static final int SHIFT = 397;
    private static final int LEFT = BLOCK - SHIFT;
    private static final int UPPER = 0x80000000;
    private static final int LOWER = 0x7fffffff;
    private static final int MATRIX = 0x9908b0df;

    private int[] state = new int[BLOCK];
    private int[] next = new int[BLOCK];
    private final int[] words = new int[BLOCK];
    private int used = BLOCK;

    /** A generator seeded with the low 32 bits of a seed, as torch's {@code manual_seed} does on the CPU. */
    public MersenneTwister(long seed) {
        seed(seed);
    }

    /** Starts the stream of a seed; only its low 32 bits matter. */
    public void seed(long seed) {
        int word = (int) seed;
        state[0] = word;
        for (int j = 1; j < BLOCK; j++) {
            word = 1812433253 * (word ^ (word >>> 30)) + j;
            state[j] = word;
        }
        used = BLOCK;
    }

    /** The next word of the stream. */
    public int nextInt() {
        if (used == BLOCK) {
            nextBlock();
            used = 0;
        }
        return words[used++];
    }

    /** The next 64 bits: the first word drawn is the high half. */
    public long nextLong() {
        long high = nextInt();
        return (high << 32) | (nextInt() & 0xFFFFFFFFL);
    }

    /**
     * The next whole block of the stream. Meant for readers that draw nothing but blocks after seeding.
     *
     * @return the generator's own array, valid until the next call; not to be written
     */
    public int[] nextBlock() {
        twist(state, next);
        int[] swap = state;
        state = next;
        next = swap;
        temper(state, words);
        used = BLOCK;
        return words;
    }

    private static void twist(int[] old, int[] fresh) {
        for (int i = 0; i < LEFT; i++) {
            int y = (old[i] & UPPER) | (old[i + 1] & LOWER);
            fresh[i] = old[i + SHIFT] ^ (y >>> 1) ^ (-(y & 1) & MATRIX);
        }
        for (int i = LEFT; i < BLOCK - 1; i++) {
            int y = (old[i] & UPPER) | (old[i + 1] & LOWER);
            fresh[i] = fresh[i - LEFT] ^ (y >>> 1) ^ (-(y & 1) & MATRIX);
        }
        int y = (old[BLOCK - 1] & UPPER) | (fresh[0] & LOWER);
        fresh[BLOCK - 1] = fresh[SHIFT - 1] ^ (y >>> 1) ^ (-(y & 1) & MATRIX);
    }

    private static void temper(int[] state, int[] words) {
        for (int i = 0; i < BLOCK; i++) {
            int y = state[i];
            y ^= y >>> 11;
            y ^= (y << 7) & 0x9d2c5680;
            y ^= (y << 15) & 0xefc60000;
            words[i] = y ^ (y >>> 18);
        }
    }
}
