package io.scapa.text.view;

import java.text.Normalizer;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Unicode's composed normal forms (UAX 15), cluster by cluster, so that offsets survive and cost is linear. A cluster is a
 * starter with whatever may combine with it. A cluster of more than 30 marks, the bound of UAX 15's stream-safe format that
 * no written language passes, stays as it is: sorting a mark run of any length would cost its square.
 */
final class NormalForm {
    private static final int MOST_MARKS = 30;
    private static final int BLOCK = 256;
    private static final byte STABLE = 1;
    private static final byte STARTS = 2;
    private static final NormalForm NFC = new NormalForm(Normalizer.Form.NFC, Normalizer.Form.NFD, 0x300);
    private static final NormalForm NFKC = new NormalForm(Normalizer.Form.NFKC, Normalizer.Form.NFKD, 0xA0);

    private final Normalizer.Form form;
    private final Normalizer.Form decomposed;
    private final int plainBelow;
    private final AtomicReferenceArray<byte[]> classes = new AtomicReferenceArray<>(0x10000 / BLOCK);

    private NormalForm(Normalizer.Form form, Normalizer.Form decomposed, int plainBelow) {
        this.form = form;
        this.decomposed = decomposed;
        this.plainBelow = plainBelow;
    }

    /** The normal form of that name; NFC or NFKC. */
    static NormalForm composed(Normalizer.Form form) {
        return switch (form) {
            case NFC -> NFC;
            case NFKC -> NFKC;
            default -> throw new IllegalArgumentException("expected a composed form, got " + form);
        };
    }

    Derivation derive(String text) {
        int length = text.length();
        Derivation.Writer writer = null;
        for (int i = plainEnd(text, 0); i < length; i = plainEnd(text, i)) {
            int end = clusterEnd(text, i);
            String cluster = text.substring(i, end);
            String normal = isOverlong(cluster) ? cluster : Normalizer.normalize(cluster, form);
            if (!normal.equals(cluster)) {
                writer = writer == null ? new Derivation.Writer(text) : writer;
                writer.copyTo(i);
                writer.replaceTo(end, normal);
            }
            i = end;
        }
        return writer == null ? Derivation.same(text) : writer.finish();
    }

    /** Skips characters that stand for themselves and are followed by a starter. */
    private int plainEnd(String text, int from) {
        int length = text.length();
        int i = from;
        while (i < length && isStable(text.charAt(i))) {
            i++;
        }
        boolean combines = i > from && i < length && !startsAt(text, i);
        return combines ? i - 1 : i;
    }

    private int clusterEnd(String text, int from) {
        int end = from + Character.charCount(text.codePointAt(from));
        while (end < text.length() && !startsAt(text, end)) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean isOverlong(String cluster) {
        return cluster.length() > MOST_MARKS && cluster.codePointCount(0, cluster.length()) > MOST_MARKS + 1;
    }

    /** Whether no normalisation reaches from this code point back over the one before. */
    private boolean startsAt(String text, int at) {
        char c = text.charAt(at);
        if (!Character.isHighSurrogate(c)) {
            return c < plainBelow || (classOf(c) & STARTS) != 0;
        }
        return starts(text.codePointAt(at));
    }

    private boolean isStable(char c) {
        return c < plainBelow || (classOf(c) & (STABLE | STARTS)) == (STABLE | STARTS);
    }

    private byte classOf(char c) {
        byte[] block = classes.getAcquire(c / BLOCK);
        if (block == null) {
            block = classify(c / BLOCK * BLOCK);
            classes.setRelease(c / BLOCK, block);
        }
        return block[c % BLOCK];
    }

    private byte[] classify(int from) {
        byte[] block = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            char c = (char) (from + i);
            if (!Character.isSurrogate(c)) {
                boolean stable = Normalizer.isNormalized(Character.toString(c), form);
                block[i] = (byte) ((stable ? STABLE : 0) | (starts(c) ? STARTS : 0));
            }
        }
        return block;
    }

    private boolean starts(int codePoint) {
        String parts = Normalizer.normalize(Character.toString(codePoint), decomposed);
        return !mayCombine(parts.codePointAt(0));
    }

    /** Marks, the vowels and finals of Hangul, and Kirat Rai's vowel signs, which are letters that compose. */
    private static boolean mayCombine(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default ->
                (codePoint >= 0x1160 && codePoint <= 0x11FF)
                        || (codePoint >= 0xD7B0 && codePoint <= 0xD7FF)
                        || (codePoint >= 0x16D63 && codePoint <= 0x16D6A);
        };
    }
}
