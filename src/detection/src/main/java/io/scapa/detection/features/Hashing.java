package io.scapa.detection.features;

/**
 * The hash that names a feature. A model holds the upper 24 bits of it and no string, so that no text can be read back
 * from a model; two n-grams that share a bucket share a weight.
 */
public final class Hashing {
    /** Number of buckets that a feature family hashes into. */
    public static final int BUCKETS = 1 << 24;

    private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;

    private Hashing() {}

    /** Hash of a stretch of characters. */
    public static long of(char[] text, int from, int to) {
        long hash = to - from;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text[i]) * MULTIPLIER;
            hash ^= hash >>> 29;
        }
        return mix(hash);
    }

    /** Hash of a string. */
    public static long of(String text) {
        return of(text.toCharArray(), 0, text.length());
    }

    /** The hash of a sequence that has one more element; not commutative. */
    public static long append(long sequence, long element) {
        return mix(sequence * MULTIPLIER + element);
    }

    /** The bucket of a hash, in [0, {@link #BUCKETS}). */
    public static int bucket(long hash) {
        return (int) (hash >>> 40);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014, variant 13 of Stafford). */
    public static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
