package io.scapa.text.token.hf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The first eight bytes of SHA-256 over a block's answers, each after its length: what is kept of a run of the library. */
final class BlockDigests {
    private static final int BYTES = 8;

    private final MessageDigest sha256;

    BlockDigests() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        sha256.update(bytes);
    }

    void add(int[] ids) {
        add(ids.length);
        for (int id : ids) {
            add(id);
        }
    }

    private void add(int number) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }

    /** Ends a block. */
    String end() {
        return HexFormat.of().formatHex(sha256.digest(), 0, BYTES);
    }
}
