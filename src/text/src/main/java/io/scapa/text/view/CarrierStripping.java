package io.scapa.text.view;

import java.lang.Character.UnicodeScript;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Takes out what nobody sees and what can therefore carry a message: controls, zero-width characters, bidirectional
 * controls, soft hyphens, fillers, tag characters, variation selectors (with them the C2PA wrapper, a byte order mark and
 * one selector a byte) and other format characters. Line ends of every kind become {@code \n}.
 *
 * <p>What stands because writing needs it: a joiner or non-joiner between letters of a script that joins (Persian, Hindi)
 * or between pictographs; one variation selector after a pictograph, a Han character or a Mongolian letter. C1 controls are
 * Windows-1252 read as Latin-1, so they become what was meant, as the HTML standard has it; unpaired surrogates become
 * U+FFFD, so that the text can be written as UTF-8.
 */
final class CarrierStripping {
    private static final String DROP = "";
    private static final String LINE_END = "\n";
    private static final String REPLACEMENT = "\uFFFD";
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final String[] WINDOWS_1252 = windows1252();

    private CarrierStripping() {}

    static Derivation derive(String text) {
        int first = firstSuspect(text);
        return first == text.length() ? Derivation.same(text) : strip(text, first);
    }

    /** The hot loop: most texts hold no suspect, and pass here only. */
    private static int firstSuspect(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (isSuspect(text.charAt(i))) {
                return i;
            }
        }
        return length;
    }

    private static Derivation strip(String text, int first) {
        Derivation.Writer writer = new Derivation.Writer(text);
        boolean changed = false;
        int length = text.length();
        for (int i = first; i < length; ) {
            if (!isSuspect(text.charAt(i))) {
                i++;
                continue;
            }
            writer.copyTo(i);
            int codePoint = text.codePointAt(i);
            int end = i + Character.charCount(codePoint);
            if (codePoint == '\r' && end < length && text.charAt(end) == '\n') {
                end++;
            }
            @Nullable String fate = fate(text, codePoint, i, end, writer.last());
            if (fate != null && fate.isEmpty()) {
                writer.dropTo(end);
            } else if (fate != null) {
                writer.replaceTo(end, fate);
            }
            changed |= fate != null;
            i = end;
        }
        return changed ? writer.finish() : Derivation.same(text);
    }

    /** Whether a unit needs a closer look: few characters of any living script do. */
    private static boolean isSuspect(char c) {
        if (c < 0xAD) {
            return c < 0x20 ? c != '\n' && c != '\t' : c >= 0x7F && c < 0xA0;
        }
        if (c < 0x2000) {
            return c == 0xAD
                    || c == 0x34F
                    || c == 0x61C
                    || c == 0x115F
                    || c == 0x1160
                    || c == 0x17B4
                    || c == 0x17B5
                    || (c >= 0x180B && c <= 0x180F);
        }
        if (c < 0xD800) {
            return c <= 0x206F ? c >= 0x200B && (c <= 0x200F || c >= 0x2028) : c == 0x3164;
        }
        return c < 0xE000 || (c >= 0xFE00 && (c <= 0xFE0F || c == 0xFEFF || c == 0xFFA0 || c >= 0xFFF0));
    }

    /** What the code point becomes: nothing where the answer is empty, itself where it is null. */
    private static @Nullable String fate(String text, int codePoint, int at, int end, int before) {
        if (codePoint < 0xA0) {
            return control(codePoint);
        }
        if (isVariationSelector(codePoint)) {
            return keepIf(isVariation(text, codePoint, at, end, before));
        }
        if (codePoint == 0x200C || codePoint == ZERO_WIDTH_JOINER) {
            return keepIf(joins(codePoint, before, end < text.length() ? text.codePointAt(end) : 0));
        }
        if (codePoint == 0x2028 || codePoint == 0x2029) {
            return LINE_END;
        }
        if (codePoint >= 0xD800 && codePoint < 0xE000) {
            return REPLACEMENT;
        }
        return keepIf(!isInvisible(codePoint));
    }

    private static @Nullable String keepIf(boolean keep) {
        return keep ? null : DROP;
    }

    private static String control(int c) {
        if (c >= 0x80) {
            return WINDOWS_1252[c - 0x80];
        }
        return c == '\r' || c == 0x0B || c == '\f' ? LINE_END : DROP;
    }

    private static boolean isInvisible(int c) {
        return switch (c) {
            case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x3164, 0xFEFF, 0xFFA0 -> true;
            default ->
                (c >= 0x200B && c <= 0x200F)
                        || (c >= 0x202A && c <= 0x202E)
                        || (c >= 0x2060 && c <= 0x206F)
                        || (c >= 0xFFF0 && c <= 0xFFFB)
                        || (c >= 0x1BCA0 && c <= 0x1BCA3)
                        || (c >= 0x1D173 && c <= 0x1D17A)
                        || (c >= 0xE0000 && c <= 0xE0FFF);
        };
    }

    private static boolean isVariationSelector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0100 && c <= 0xE01EF)
                || (c >= 0x180B && c <= 0x180D)
                || c == 0x180F;
    }

    /** One selector after a base that has variants; a run of them is a message. */
    private static boolean isVariation(String text, int selector, int at, int end, int base) {
        if (base < 0 || carries(text, at - 1) || carries(text, end)) {
            return false;
        }
        if (selector < 0x1810) {
            return UnicodeScript.of(base) == UnicodeScript.MONGOLIAN && Character.isLetter(base);
        }
        if (selector == 0xFE0E || selector == 0xFE0F) {
            return isPictograph(base) || (end < text.length() && text.charAt(end) == 0x20E3);
        }
        return Character.isIdeographic(base);
    }

    /** Whether the unit belongs to a selector run or to the mark that opens a C2PA wrapper. */
    private static boolean carries(String text, int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        int start = at > 0 && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
        int codePoint = text.codePointAt(start);
        return codePoint == 0xFEFF || isVariationSelector(codePoint);
    }

    private static boolean joins(int joiner, int before, int after) {
        if (before < 0) {
            return false;
        }
        boolean pictographs =
                joiner == ZERO_WIDTH_JOINER && isPictograph(after) && (isPictograph(before) || before == 0xFE0F);
        return pictographs
                || isVirama(before)
                || (hasJoiners(before) && hasJoiners(after) && Character.isLetter(after));
    }

    /** The sign that silences a vowel: RFC 5892, appendix A, lets joiners stand after it. */
    private static boolean isVirama(int c) {
        return switch (c) {
            case 0x94D, 0x9CD, 0xA4D, 0xACD, 0xB4D, 0xBCD, 0xC4D, 0xCCD, 0xD4D, 0xDCA, 0x1039, 0x103A, 0x17D2 -> true;
            default -> false;
        };
    }

    private static boolean isPictograph(int c) {
        return c > 0x7F && Character.isEmoji(c);
    }

    private static boolean hasJoiners(int c) {
        if (c < 0x600 || isVariationSelector(c) || isInvisible(c)) {
            return false;
        }
        return switch (UnicodeScript.of(c)) {
            case ARABIC,
                    SYRIAC,
                    MANDAIC,
                    NKO,
                    MONGOLIAN,
                    PHAGS_PA,
                    DEVANAGARI,
                    BENGALI,
                    GURMUKHI,
                    GUJARATI,
                    ORIYA,
                    TAMIL,
                    TELUGU,
                    KANNADA,
                    MALAYALAM,
                    SINHALA,
                    KHMER,
                    MYANMAR,
                    TIBETAN,
                    BALINESE,
                    JAVANESE,
                    MEETEI_MAYEK ->
                Character.isLetter(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
            default -> false;
        };
    }

    private static String[] windows1252() {
        String[] meant = new String[0x20];
        for (int i = 0; i < meant.length; i++) {
            String decoded = new String(new byte[] {(byte) (0x80 + i)}, Charset.forName("windows-1252"));
            boolean unassigned = decoded.charAt(0) == '\uFFFD' || decoded.charAt(0) < 0xA0;
            meant[i] = unassigned ? DROP : decoded;
        }
        return meant;
    }
}
