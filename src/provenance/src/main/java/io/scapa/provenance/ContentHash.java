package io.scapa.provenance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The identity of a content: SHA-256 of the UTF-8 bytes of its clean view.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record ContentHash(String hex) implements Comparable<ContentHash> {
    private static final int PIECE = 1 << 20;
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public ContentHash {
        if (!SHA_256.matcher(hex).matches()) {
            throw new IllegalArgumentException("a content hash is 64 lower-case hexadecimal digits, got '" + hex + "'");
        }
    }

    /**
     * Hashes a text that is already the clean view. Unpaired surrogates count as U+003F, as Java encodes them. A long text is
     * encoded piece by piece.
     */
    public static ContentHash ofCleanText(String clean) {
        MessageDigest digest = sha256();
        for (int from = 0; from < clean.length(); ) {
            int to = pieceEnd(clean, from);
            String piece = from == 0 && to == clean.length() ? clean : clean.substring(from, to);
            digest.update(piece.getBytes(StandardCharsets.UTF_8));
            from = to;
        }
        return new ContentHash(HexFormat.of().formatHex(digest.digest()));
    }

    /** A million units on, never inside a surrogate pair. */
    private static int pieceEnd(String text, int from) {
        if (text.length() - from <= PIECE) {
            return text.length();
        }
        int to = from + PIECE;
        return Character.isSurrogatePair(text.charAt(to - 1), text.charAt(to)) ? to - 1 : to;
    }

    /** A fresh SHA-256: every JDK has one. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    @Override
    public int compareTo(ContentHash other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
