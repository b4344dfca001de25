package io.scapa.cli.datasets;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One file of a corpus.
 *
 * @param name file name below the corpus' folder; no folders in it
 * @param uri where it is fetched, http or https
 * @param size length in bytes, or null where unknown
 * @param sha256 hash in lower-case hexadecimal, or null where unknown
 */
public record RemoteFile(
        String name, URI uri, @Nullable Long size, @Nullable String sha256) {
    public RemoteFile {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("a file name of letters, digits, dots, dashes is expected, got " + name);
        }
        if (!"https".equals(uri.getScheme()) && !"http".equals(uri.getScheme())) {
            throw new IllegalArgumentException("an http or https address is expected, got " + uri);
        }
        if (size != null && size < 0) {
            throw new IllegalArgumentException("a size is 0 or more bytes, got " + size);
        }
        if (sha256 != null && !sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "a SHA-256 of 64 lower-case hexadecimal digits is expected, got " + sha256);
        }
    }
}
