package io.scapa.detection.watermark.random;

/**
 * Whether a value is among the first {@code k} of {@code torch.randperm(n)} on the CPU, without building the
 * permutation: only the value's own position is followed through the shuffle.
 *
 * <p>Step i of the shuffle swaps position i with z = i + (word mod (n - i)). The value at position p is taken into the
 * prefix at the first step with z = p, that is, where (n - i) divides word + (n - p); the position moves only at the
 * step i = p. So each step is one test of divisibility, which is done for a whole block of words in floating point with
 * a table of reciprocals: the rounded quotient times the divisor is exact below 2^53, hence the residual is exactly zero
 * where, and only where, the divisor divides. Residuals of several blocks are multiplied up in place, so that one look
 * finds a zero among thousands of steps.
 *
 * <p>Immutable; a {@link Follower} holds the scratch of one thread.
 */
public final class PermutationPrefix {
    /** Residuals are below n; this keeps a product of them well below the largest double. */
    private static final double LARGEST_EXPONENT = 300;

    private static final int FOLD = 8;
    private static final int FOLDED = MersenneTwister.BLOCK / FOLD;
    private static final double SIGN_SHIFT = 0x1p31;
    /** Adding and subtracting it rounds a double below 2^51 to the nearest integer. */
    private static final double ROUND = 0x1.8p52;

    private final int n;
    private final int k;
    /** By block, so that the hot loop reads every array at the same index: else the JIT cannot rule out overlaps. */
    private final double[][] reciprocals;

    private final double[][] divisors;
    private final int patience;
    private final boolean whole;

    /**
     * @param n length of the permutation, 1 or more
     * @param k length of the prefix, 0 to n
     */
    public PermutationPrefix(int n, int k) {
        if (n < 1 || k < 0 || k > n) {
            throw new IllegalArgumentException("a prefix needs 0 <= k <= n and n >= 1, got k " + k + " and n " + n);
        }
        this.n = n;
        this.k = Math.min(k, n - 1);
        int blocks = (this.k + MersenneTwister.BLOCK - 1) / MersenneTwister.BLOCK;
        this.reciprocals = new double[blocks][MersenneTwister.BLOCK];
        this.divisors = new double[blocks][MersenneTwister.BLOCK];
        for (int i = 0; i < this.k; i++) {
            double divisor = n - i;
            divisors[i / MersenneTwister.BLOCK][i % MersenneTwister.BLOCK] = divisor;
            reciprocals[i / MersenneTwister.BLOCK][i % MersenneTwister.BLOCK] = 1.0 / divisor;
        }
        this.patience = Math.max(1, (int) (LARGEST_EXPONENT / (FOLD * Math.log10(n + 2.0))));
        this.whole = k == n;
    }

    /** A reader with scratch of its own, for one thread. */
    public Follower follower() {
        return new Follower();
    }

    /** Follows values through shuffles; not thread-safe. */
    public final class Follower {
        private final MersenneTwister words = new MersenneTwister(0);
        private final double[] products = new double[MersenneTwister.BLOCK];

        private Follower() {}

        /**
         * Whether {@code value} is among the first k of the permutation of a seed.
         *
         * @throws IndexOutOfBoundsException where the value is outside 0..n-1
         */
        public boolean contains(long seed, int value) {
            java.util.Objects.checkIndex(value, n);
            if (whole) {
                return true;
            }
            words.seed(seed);
            clear();
            int position = value;
            int unchecked = 0;
            for (int start = 0; start < k; start += MersenneTwister.BLOCK) {
                int length = Math.min(MersenneTwister.BLOCK, k - start);
                int[] block = words.nextBlock();
                int from = 0;
                while (position - start < length) {
                    int at = position - start;
                    multiplyResiduals(block, from, at, start, position);
                    int moved = position + Integer.remainderUnsigned(block[at], n - position);
                    if (moved == position) {
                        return true;
                    }
                    position = moved;
                    from = at + 1;
                }
                multiplyResiduals(block, from, length, start, position);
                if (++unchecked == patience) {
                    if (anyZero()) {
                        return true;
                    }
                    clear();
                    unchecked = 0;
                }
            }
            return anyZero();
        }

        private void multiplyResiduals(int[] block, int from, int to, int start, int position) {
            int number = start / MersenneTwister.BLOCK;
            residuals(block, reciprocals[number], divisors[number], products, from, to, SIGN_SHIFT + (n - position));
        }

        private void clear() {
            java.util.Arrays.fill(products, 1);
        }

        private boolean anyZero() {
            double[] folded = products;
            for (int half = MersenneTwister.BLOCK / 2; half >= FOLDED; half /= 2) {
                fold(folded, half);
            }
            for (int j = 0; j < FOLDED; j++) {
                if (folded[j] == 0) {
                    return true;
                }
            }
            return false;
        }
    }

    private static void fold(double[] values, int half) {
        for (int j = 0; j < half; j++) {
            values[j] *= values[j + half];
        }
    }

    private static void residuals(
            int[] block, double[] reciprocals, double[] divisors, double[] products, int from, int to, double offset) {
        for (int j = from; j < to; j++) {
            double dividend = (double) (block[j] ^ 0x80000000) + offset;
            double quotient = dividend * reciprocals[j] + ROUND - ROUND;
            products[j] *= dividend - quotient * divisors[j];
        }
    }
}
