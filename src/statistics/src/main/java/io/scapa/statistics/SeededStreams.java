package io.scapa.statistics;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Independent, reproducible random streams out of one seed. A stream is keyed by a name and an index, never by the order
 * in which it is asked for, so results depend neither on threads nor on which parts of a job run. Each is an L64X128
 * generator (G. Steele and S. Vigna, "LXM: Better Splittable Pseudorandom Number Generators", 2021) that starts from the
 * SHA-256 of seed, name and index.
 *
 * <pre>{@code
 * RandomGenerator noise = new SeededStreams(42).stream("chain", 7);
 * }</pre>
 *
 * @param seed any number
 */
public record SeededStreams(long seed) {
    private static final RandomGeneratorFactory<RandomGenerator> GENERATOR =
            RandomGeneratorFactory.of("L64X128MixRandom");

    /**
     * A fresh generator at the start of its stream, for use by one thread.
     *
     * @param name what the numbers are for
     * @param index which of the streams of that name
     */
    public RandomGenerator stream(String name, long index) {
        return GENERATOR.create(key(name, index));
    }

    /** Streams for a part of the work that names its own streams: the same name there and here are different streams. */
    public SeededStreams within(String part, long index) {
        return new SeededStreams(ByteBuffer.wrap(key("within " + part, index)).getLong());
    }

    private byte[] key(String name, long index) {
        MessageDigest sha256 = sha256();
        sha256.update(ByteBuffer.allocate(16).putLong(seed).putLong(index).flip());
        return sha256.digest(name.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
