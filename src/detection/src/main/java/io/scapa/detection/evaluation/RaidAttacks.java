package io.scapa.detection.evaluation;

import java.util.random.RandomGenerator;

/** Attacks as strong as RAID makes them (Dugan et al., ACL 2024, appendix on attacks), where training makes weaker or other ones. */
final class RaidAttacks {
    private static final double SPACES = 0.2;
    private static final String LATIN = "aecpyoxiABEKOPMHTXCINZ";
    private static final String CYRILLIC_OR_GREEK =
            "\u0430\u0435\u0441\u0440\u0443\u043e\u0445\u0456\u0410\u0412\u0415\u041a\u041e\u0420\u041c\u041d\u0422\u0425\u0421\u0406\u039d\u0396";
    private static final String GREEK =
            "\u0430\u0435\u0441\u0440\u0443\u043e\u0445\u0456\u0391\u0392\u0395\u039a\u039f\u03a1\u039c\u0397\u03a4\u03a7\u0421\u0399\u039d\u0396";

    private RaidAttacks() {}

    /** A fifth of the spaces between words get another one beside them. */
    static String spaces(String text, RandomGenerator random) {
        StringBuilder out = new StringBuilder(text.length() * 21 / 20 + 16);
        for (int i = 0; i < text.length(); i++) {
            out.append(text.charAt(i));
            if (text.charAt(i) == ' ' && random.nextDouble() < SPACES) {
                out.append(' ');
            }
        }
        return out.toString();
    }

    /** Every letter of RAID's list becomes its Cyrillic or Greek look-alike: two fifths of English letters. */
    static String lookAlikes(String text, RandomGenerator random) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            int at = LATIN.indexOf(out.charAt(i));
            if (at >= 0) {
                out.setCharAt(i, (random.nextBoolean() ? CYRILLIC_OR_GREEK : GREEK).charAt(at));
            }
        }
        return out.toString();
    }

    /** A zero-width space after every character. */
    static String zeroWidth(String text, RandomGenerator random) {
        StringBuilder out = new StringBuilder(2 * text.length());
        for (int i = 0; i < text.length(); i++) {
            out.append(text.charAt(i));
            boolean inPair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
            if (!inPair) {
                out.append('\u200b');
            }
        }
        return out.toString();
    }
}
