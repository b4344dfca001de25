package io.scapa.detection.features;

import java.text.Normalizer;

/**
 * Folds characters so that a feature sees what a reader sees: compatibility forms, look-alike letters and invisible
 * characters must not tell one author from another. A text mostly written in Cyrillic or Greek keeps its letters.
 */
final class CharacterFolding {
    /** What an invisible character folds to. */
    static final char DROPPED = 0;

    private static final String LOOK_ALIKE =
            "\u0430a\u0435e\u043eo\u0440p\u0441c\u0443y\u0445x\u0456i\u0458j\u0455s\u04bbh\u0501d\u051bq\u051dw\u04cfl"
                    + "\u0410A\u0412B\u0415E\u041aK\u041cM\u041dH\u041eO\u0420P\u0421C\u0422T\u0423Y\u0425X\u0406I\u0408J\u0405S"
                    + "\u03bfo\u03bdv\u03c1p\u03b1a\u03b9i\u03bak\u03c5u\u03c7x\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I"
                    + "\u039aK\u039cM\u039dN\u039fO\u03a1P\u03a4T\u03a5Y\u03a7X\u0261g\u0269i\u0251a\u0131i\u1d0fo\u1d1cu"
                    + "\u0432b\u043ck\u043dh\u0442t\u0433r\u043fn";

    private static final char[] LETTERS = lookAlikes();

    private CharacterFolding() {}

    private static char[] lookAlikes() {
        char[] table = new char[0x0600];
        for (int i = 0; i + 1 < LOOK_ALIKE.length(); i += 2) {
            char from = LOOK_ALIKE.charAt(i);
            if (from < table.length) {
                table[from] = LOOK_ALIKE.charAt(i + 1);
            }
        }
        return table;
    }

    /** NFKC where the text needs it; texts of plain characters come back as they are. */
    static String compatible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x00a0) {
                return Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                        ? text
                        : Normalizer.normalize(text, Normalizer.Form.NFKC);
            }
        }
        return text;
    }

    /** Whether most letters of a text are Latin, so that a stray Cyrillic or Greek one is a disguise. */
    static boolean mostlyLatin(String text) {
        int latin = 0;
        int other = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x0250) {
                latin += Character.isLetter(c) ? 1 : 0;
            } else if (c >= 0x0370 && c < 0x0530) {
                other++;
            }
        }
        return latin > 0 && other <= 2 * latin;
    }

    /** One character beyond ASCII, folded; {@link #DROPPED} where nothing is to be seen. */
    static char fold(char c, boolean latin) {
        if (c < 0x0600) {
            if (c == '\u00ad' || c >= 0x0300 && c < 0x0370) {
                return DROPPED;
            }
            if (c == '\u0085' || c == '\u00a0') {
                return ' ';
            }
            char letter = latin ? LETTERS[c] : 0;
            return letter == 0 ? c : letter;
        }
        if (c >= 0x2000 && c < 0x2070) {
            return punctuation(c);
        }
        return switch (c) {
            case '\ufeff', '\u180e' -> DROPPED;
            case '\u3000' -> ' ';
            case '\u2212' -> '-';
            default -> c >= 0xfe00 && c <= 0xfe0f || c >= 0xe000 && c < 0xf900 ? DROPPED : c;
        };
    }

    private static char punctuation(char c) {
        return switch (c) {
            case '\u2010', '\u2011' -> '-';
            case '\u2012', '\u2013', '\u2014', '\u2015' -> '\u2014';
            case '\u2018', '\u2019', '\u201a', '\u201b', '\u2032' -> '\'';
            case '\u201c', '\u201d', '\u201e', '\u201f', '\u2033' -> '"';
            case '\u2026' -> '\u2026';
            case '\u2028' -> '\n';
            case '\u2029' -> '\n';
            default ->
                c <= 0x200a || c == 0x202f || c == 0x205f
                        ? ' '
                        : c <= 0x200f || c >= 0x202a && c <= 0x202e || c >= 0x2060 ? DROPPED : c;
        };
    }
}
