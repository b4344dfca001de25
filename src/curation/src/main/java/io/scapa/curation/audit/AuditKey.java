package io.scapa.curation.audit;

import io.scapa.curation.table.Bytes;
import io.scapa.provenance.ContentHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The order in which documents are audited: the first 8 bytes of SHA-256("scapa audit 1" ‖ content hash), as an unsigned
 * number. It has nothing to do with the draw, the source or the detector. So the documents of any cell, however a recipe cuts
 * cells, come in random order, and the first labelled ones up to the first without a label are a uniform sample of the cell:
 * labels stay valid when pools grow, shrink or are cut anew.
 */
public final class AuditKey {
    private static final byte[] PREFIX = "scapa audit 1".getBytes(StandardCharsets.UTF_8);

    private final MessageDigest sha256 = ContentHash.sha256();

    /** The key of a content. */
    public long of(byte[] contentSha256) {
        sha256.update(PREFIX);
        return Bytes.longAt(sha256.digest(contentSha256), 0);
    }
}
