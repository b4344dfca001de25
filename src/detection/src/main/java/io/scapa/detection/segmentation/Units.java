package io.scapa.detection.segmentation;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text at the ends of sentences into units of some words each, the smallest stretches that a passage is made of. */
final class Units {
    private Units() {}

    /**
     * A stretch of the text.
     *
     * @param from first UTF-16 unit
     * @param to one past the last
     * @param words how many words it has
     */
    record Unit(int from, int to, int words) {}

    /** Units of at least {@code least} words, but for the last; a sentence is cut only where it has four times as many. */
    static List<Unit> of(String text, int least) {
        List<Unit> units = new ArrayList<>();
        int from = 0;
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = Character.isLetterOrDigit(c);
            words += letter && !inWord ? 1 : 0;
            inWord = letter || inWord && c == '\'';
            boolean ends = c == '\n' || Character.isWhitespace(c) && i > 0 && endsSentence(text, i - 1);
            if (words >= least && ends || words >= 4 * least && Character.isWhitespace(c)) {
                units.add(new Unit(from, i + 1, words));
                from = i + 1;
                words = 0;
            }
        }
        if (words > 0) {
            units.add(new Unit(from, text.length(), words));
        }
        return units;
    }

    private static boolean endsSentence(String text, int at) {
        int i = at;
        while (i > 0 && (text.charAt(i) == '"' || text.charAt(i) == ')' || text.charAt(i) == '\u201d')) {
            i--;
        }
        return ".!?".indexOf(text.charAt(i)) >= 0;
    }
}
