package io.scapa.detection.classifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * What every file of a release begins with: eight letters that say what it is, a version, the length of the payload and its
 * SHA-256.
 *
 * @param magic eight ASCII letters
 * @param version the version that is written and read
 */
public record BundleEnvelope(String magic, int version) {
    private static final int MAGIC = 8;
    private static final int HEADER = MAGIC + 4 + 8 + 32;

    public BundleEnvelope {
        if (magic.length() != MAGIC) {
            throw new IllegalArgumentException("expected eight letters, got " + magic);
        }
    }

    /** A payload with its header before it. */
    public byte[] seal(byte[] payload) {
        return ByteBuffer.allocate(HEADER + payload.length)
                .put(magic.getBytes(StandardCharsets.US_ASCII))
                .putInt(version)
                .putLong(payload.length)
                .put(sha256(payload))
                .put(payload)
                .array();
    }

    /**
     * The payload of a file.
     *
     * @param name of the file, for the message
     * @throws BundleException where it is another kind of file, of another version, or damaged
     */
    public BundleInput open(ByteBuffer file, String name) {
        byte[] found = new byte[MAGIC];
        if (file.remaining() >= HEADER) {
            file.get(found);
        }
        if (!Arrays.equals(found, magic.getBytes(StandardCharsets.US_ASCII))) {
            throw new BundleException(name + " is no model bundle: expected one that starts with " + magic);
        }
        int stated = file.getInt();
        if (stated != version) {
            throw new BundleException(name + ": expected a bundle of version " + version + ", got " + stated);
        }
        long length = file.getLong();
        byte[] expected = new byte[32];
        file.get(expected);
        if (length != file.remaining()) {
            throw new BundleException(name + ": expected " + length + " bytes of payload, got " + file.remaining());
        }
        byte[] payload = new byte[file.remaining()];
        file.get(payload);
        if (!MessageDigest.isEqual(expected, sha256(payload))) {
            throw new BundleException(name + " is damaged: its SHA-256 is not the one that it states");
        }
        return new BundleInput(ByteBuffer.wrap(payload));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
