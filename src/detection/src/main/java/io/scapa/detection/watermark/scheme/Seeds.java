package io.scapa.detection.watermark.scheme;

import java.math.BigInteger;

/**
 * Arithmetic modulo 2^64 - 1 on unsigned 64-bit integers: how KGW libraries turn a Python integer into a generator's seed.
 */
final class Seeds {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private Seeds() {}

    /** a * b mod 2^64 - 1, both unsigned: 2^64 is 1 there, so the high half is added to the low one. */
    static long product(long a, long b) {
        return sum(a * b, Math.unsignedMultiplyHigh(a, b));
    }

    /** a + b mod 2^64 - 1, both unsigned. */
    static long sum(long a, long b) {
        long sum = a + b;
        if (Long.compareUnsigned(sum, a) < 0) {
            sum++;
        }
        return sum == -1 ? 0 : sum;
    }

    /** A signed 64-bit value as Python's % leaves it: a negative one is its two's complement bits less one. */
    static long ofSigned(long value) {
        return value < 0 ? value - 1 : value;
    }

    /** key * value mod 2^64 - 1 as Python integers, of which the second may be negative. */
    static long pythonProduct(long key, long value) {
        if (value >= 0) {
            return product(key, value);
        }
        return BigInteger.valueOf(key)
                .multiply(BigInteger.valueOf(value))
                .mod(MODULUS)
                .longValue();
    }
}
