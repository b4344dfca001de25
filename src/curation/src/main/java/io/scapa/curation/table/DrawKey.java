package io.scapa.curation.table;

import io.scapa.provenance.ContentHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The keyed hash by which documents are drawn: the first 8 bytes of SHA-256(key ‖ id), as an unsigned number. Whoever holds
 * the recipe can recompute it; it depends on nothing but the recipe's seed and the document's id, so not on files, order,
 * threads or machines.
 */
public final class DrawKey {
    private final MessageDigest sha256 = ContentHash.sha256();
    private final byte[] key;

    /** Keys under a recipe's draw key. An instance is not safe for several threads. */
    public DrawKey(byte[] key) {
        this.key = key.clone();
    }

    /** The draw key of a document. */
    public long of(String id) {
        sha256.update(key);
        return Bytes.longAt(sha256.digest(id.getBytes(StandardCharsets.UTF_8)), 0);
    }

    /** The place of a repetition in the order of the dataset; the first pass keeps the draw key itself. */
    public static long ofPass(long draw, int pass) {
        if (pass == 0) {
            return draw;
        }
        long z = draw + pass * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
