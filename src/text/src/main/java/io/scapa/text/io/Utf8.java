package io.scapa.text.io;

import java.nio.charset.StandardCharsets;

/** Checks UTF-8 strictly (Unicode 15, table 3-7): no overlong forms, no surrogates, nothing over U+10FFFF. */
final class Utf8 {
    private static final int EXCERPT_BYTES = 80;

    private Utf8() {}

    /** The index of the first byte in [from, to) that starts no well-formed sequence, or -1 where all is well. */
    static int firstInvalid(byte[] bytes, int from, int to) {
        for (int i = from; i < to; ) {
            if (bytes[i] >= 0) {
                i++;
                continue;
            }
            int length = sequenceLength(bytes, i, to);
            if (length == 0) {
                return i;
            }
            i += length;
        }
        return -1;
    }

    /** The length of the multi-byte sequence at {@code i}, or 0 where there is none. */
    private static int sequenceLength(byte[] bytes, int i, int to) {
        int first = bytes[i] & 0xFF;
        int length = first >= 0xC2 && first < 0xE0
                ? 2
                : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xF0 && first < 0xF5 ? 4 : 0;
        if (length == 0 || i + length > to) {
            return 0;
        }
        int second = bytes[i + 1] & 0xFF;
        int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (second < least || second > most) {
            return 0;
        }
        for (int k = 2; k < length; k++) {
            if ((bytes[i + k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /** How the bytes start, readable. */
    static String excerpt(byte[] bytes, int from, int to) {
        int shown = Math.min(to - from, EXCERPT_BYTES);
        String start = new String(bytes, from, shown, StandardCharsets.UTF_8);
        return shown < to - from ? start + "..." : start;
    }
}
