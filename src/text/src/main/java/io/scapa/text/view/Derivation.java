package io.scapa.text.view;

import org.jspecify.annotations.Nullable;

/**
 * A text made from another, with the way back; {@code offsets} is null where the text is the source itself.
 *
 * @param text the derived text
 * @param offsets where its units came from
 */
record Derivation(String text, @Nullable OffsetMap offsets) {
    /** The text as it is. */
    static Derivation same(String text) {
        return new Derivation(text, null);
    }

    /** Writes a derived text and its offsets together. Starts at the first change; what stands before is copied. */
    static final class Writer {
        private final String source;
        private final StringBuilder text;
        private final OffsetMap.Builder offsets = new OffsetMap.Builder();
        private int copiedTo;

        Writer(String source) {
            this.source = source;
            this.text = new StringBuilder(source.length());
        }

        /** Source up to {@code to} stands as it is. */
        void copyTo(int to) {
            text.append(source, copiedTo, to);
            offsets.copy(to - copiedTo);
            copiedTo = to;
        }

        /** Source up to {@code to} leaves nothing. */
        void dropTo(int to) {
            offsets.drop(to - copiedTo);
            copiedTo = to;
        }

        /** Source up to {@code to} becomes {@code replacement}, over 0 units long. */
        void replaceTo(int to, CharSequence replacement) {
            text.append(replacement);
            offsets.replace(to - copiedTo, replacement.length());
            copiedTo = to;
        }

        /** The last code point written, or -1 before the first. */
        int last() {
            return text.isEmpty() ? -1 : text.codePointBefore(text.length());
        }

        Derivation finish() {
            copyTo(source.length());
            return new Derivation(text.toString(), offsets.build());
        }
    }
}
