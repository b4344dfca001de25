package io.scapa.text.token.hf;

import java.util.HexFormat;

/** Pieces such as {@code <0x0A>} that stand for one byte. */
final class ByteFallback {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private ByteFallback() {}

    static String piece(byte b) {
        return "<0x" + HEX.toHexDigits(b) + ">";
    }

    /** The byte of a piece, or -1 where it is none. */
    static int value(String piece) {
        return piece.length() == 6 && piece.matches("<0x[0-9A-F]{2}>") ? HexFormat.fromHexDigits(piece, 3, 5) : -1;
    }
}
