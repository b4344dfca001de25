package io.scapa.simulation.random;

import java.util.random.RandomGenerator;

/**
 * The random stream of one chain: xoshiro256++ (Blackman and Vigna 2021, period 2^256 - 1), seeded by SplitMix64 from a
 * scenario seed and a chain index, so that chains are independent and each can be replayed alone. Normal variates come
 * from a 256-layer ziggurat ({@link Ziggurat}); one 64-bit word gives the layer and the position from disjoint bits.
 *
 * <p>Not safe for use by several threads: every chain owns one.
 */
public final class ChainRandom implements RandomGenerator {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    /**
     * The stream of one chain.
     *
     * @param seed the scenario's seed
     * @param index the chain's index; different indices give independent streams
     */
    public ChainRandom(long seed, long index) {
        long state = mix(mix(seed + GOLDEN_GAMMA) ^ mix(index * GOLDEN_GAMMA + 0x632be59bd9b4e019L));
        s0 = mix(state += GOLDEN_GAMMA);
        s1 = mix(state += GOLDEN_GAMMA);
        s2 = mix(state += GOLDEN_GAMMA);
        s3 = mix(state + GOLDEN_GAMMA);
    }

    private static long mix(long word) {
        long z = word;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    @Override
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** A uniform variate on [0, 1) with 53 random bits. */
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * TWO_TO_MINUS_53;
    }

    /** A uniform variate on (0, 1): safe for a logarithm. */
    public double nextOpen() {
        return ((nextLong() >>> 11) + 0.5) * TWO_TO_MINUS_53;
    }

    /** A uniform integer on [0, bound), by Lemire's multiplication (2019); the bias is below bound / 2^64. */
    @Override
    public int nextInt(int bound) {
        return (int) Math.unsignedMultiplyHigh(nextLong(), bound);
    }

    /** A standard normal variate. */
    @Override
    public double nextGaussian() {
        long bits = nextLong();
        int layer = (int) bits & 0xff;
        long position = bits >> 8;
        if (Math.abs(position) < Ziggurat.EDGE[layer]) {
            return position * Ziggurat.WIDTH[layer];
        }
        return Ziggurat.resume(this, layer, position);
    }

    /**
     * Draws {@code count} standard normal variates and adds up them and their squares: the samples of a Gaussian chain,
     * each one drawn, none kept.
     *
     * @param sums receives the sum at 0 and the sum of squares at 1
     */
    public void sumGaussians(int count, double[] sums) {
        double sum = 0;
        double squares = 0;
        double otherSum = 0;
        double otherSquares = 0;
        int i = 0;
        for (; i + 1 < count; i += 2) {
            double a = nextGaussian();
            double b = nextGaussian();
            sum += a;
            squares += a * a;
            otherSum += b;
            otherSquares += b * b;
        }
        if (i < count) {
            double a = nextGaussian();
            sum += a;
            squares += a * a;
        }
        sums[0] = sum + otherSum;
        sums[1] = squares + otherSquares;
    }

    /** Fills the first {@code count} places with standard normal variates. */
    public void fillGaussians(double[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = nextGaussian();
        }
    }

    /** Fills the first {@code count} places with uniform variates on [-1, 1). */
    public void fillSymmetric(double[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = (nextLong() >> 10) * TWO_TO_MINUS_53;
        }
    }
}
