package io.scapa.text.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a stretch of text is made of: its scripts by weight, and how much of it is no prose.
 *
 * @param text the stretch
 * @param scripts weight of each script's letters; kana count as Han
 * @param letters the sum of them
 * @param kana the part that is kana
 * @param letterShare weight of letters and marks over that of all characters that are no white space
 * @param codeSigns characters of programs and mark-up over all that are no white space
 */
record Sample(
        String text, Map<UnicodeScript, Integer> scripts, int letters, int kana, double letterShare, double codeSigns) {
    private static final int WINDOW = 400;
    private static final String CODE_SIGNS = "{}[]<>=;_\\|&*#@$^~+/`";

    /** The whole of a short text, start, middle and end of a long one. */
    static Sample of(String text) {
        int length = text.length();
        if (length <= 3 * WINDOW) {
            return count(text);
        }
        int middle = (length - WINDOW) / 2;
        return count(text.substring(0, WINDOW) + "\n" + text.substring(middle, middle + WINDOW) + "\n"
                + text.substring(length - WINDOW));
    }

    private static Sample count(String text) {
        Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
        int ascii = 0;
        int letters = 0;
        int marks = 0;
        int kana = 0;
        int visible = 0;
        int signs = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c)) {
                continue;
            }
            visible++;
            if (c < 0x80) {
                boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
                ascii += letter ? 1 : 0;
                signs += !letter && CODE_SIGNS.indexOf(c) >= 0 ? 1 : 0;
            } else if (Character.isLetter(c)) {
                UnicodeScript script = UnicodeScript.of(c);
                boolean isKana = script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
                int weight = LanguageIdentifier.weight(script);
                scripts.merge(isKana ? UnicodeScript.HAN : script, weight, Integer::sum);
                letters++;
                kana += isKana ? weight : 0;
            } else if (Character.getType(c) == Character.NON_SPACING_MARK
                    || Character.getType(c) == Character.COMBINING_SPACING_MARK) {
                marks++;
            }
        }
        if (ascii > 0) {
            scripts.merge(UnicodeScript.LATIN, ascii, Integer::sum);
        }
        int weight = scripts.values().stream().mapToInt(Integer::intValue).sum();
        int others = visible - ascii - letters - marks;
        return new Sample(
                text,
                scripts,
                weight,
                kana,
                (weight + marks) / Math.max(1.0, weight + marks + others),
                signs / Math.max(1.0, visible));
    }

    /** The script with the most weight; {@code COMMON} where there is no letter. */
    UnicodeScript script() {
        return scripts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(UnicodeScript.COMMON);
    }

    /** Its weight over that of all. */
    double shareOf(UnicodeScript script) {
        return scripts.getOrDefault(script, 0) / (double) Math.max(1, letters);
    }

    /** Kana over Han and kana. */
    double kanaShare() {
        return kana / (double) Math.max(1, scripts.getOrDefault(UnicodeScript.HAN, 0));
    }
}
