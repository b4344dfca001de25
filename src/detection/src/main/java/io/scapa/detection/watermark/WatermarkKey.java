package io.scapa.detection.watermark;

import java.math.BigInteger;
import java.util.List;

/**
 * The secret of a watermark: one integer, or a list of them (SynthID has one per layer). It never appears in
 * {@link #toString()}, messages or answers; {@link #reveal()} is for the one place that stores it.
 */
public final class WatermarkKey {
    private static final int MAX_PARTS = 256;
    private static final int MAX_BITS = 64;

    private final List<BigInteger> parts;

    private WatermarkKey(List<BigInteger> parts) {
        if (parts.isEmpty() || parts.size() > MAX_PARTS) {
            throw new IllegalArgumentException(
                    "a watermark key has 1 to " + MAX_PARTS + " integers, got " + parts.size());
        }
        for (BigInteger part : parts) {
            if (part.bitLength() > MAX_BITS) {
                throw new IllegalArgumentException(
                        "a watermark key's integers have at most 64 bits, got one of " + part.bitLength());
            }
        }
        this.parts = List.copyOf(parts);
    }

    /** A key of one signed 64-bit integer. */
    public static WatermarkKey of(long value) {
        return new WatermarkKey(List.of(BigInteger.valueOf(value)));
    }

    /** A key of one or more integers of at most 64 bits. */
    public static WatermarkKey of(List<BigInteger> parts) {
        return new WatermarkKey(parts);
    }

    /**
     * A key in decimal: {@code 15485863}, or several separated by commas.
     *
     * @throws IllegalArgumentException where it is none; the message does not repeat it
     */
    public static WatermarkKey parse(String text) {
        try {
            return new WatermarkKey(java.util.Arrays.stream(text.trim().split("\\s*,\\s*"))
                    .map(BigInteger::new)
                    .toList());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a watermark key is written as decimal integers separated by commas");
        }
    }

    /** How many integers it has. */
    public int size() {
        return parts.size();
    }

    /** The integers themselves: for schemes, and for the one place that stores them. */
    public List<BigInteger> reveal() {
        return parts;
    }

    /** The low 64 bits of the one integer. */
    public long bits() {
        return parts.get(0).longValue();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WatermarkKey key && key.parts.equals(parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    @Override
    public String toString() {
        return "WatermarkKey[secret]";
    }
}
