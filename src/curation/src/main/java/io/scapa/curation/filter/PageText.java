package io.scapa.curation.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text taken apart once for all filters.
 *
 * @param text the clean view
 * @param lines the lines that are not blank, without surrounding spaces
 * @param paragraphs what blank lines part, without surrounding spaces
 * @param words what white space parts
 */
public record PageText(String text, List<String> lines, List<String> paragraphs, List<String> words) {
    private static final Pattern BLANK_LINES = Pattern.compile("\n\\s*\n");

    /** Takes a text apart. */
    public static PageText of(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        List<String> paragraphs = BLANK_LINES
                .splitAsStream(text)
                .map(String::strip)
                .filter(p -> !p.isEmpty())
                .toList();
        return new PageText(text, lines, paragraphs, words(text));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>(text.length() / 6 + 1);
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean space = i == text.length() || Character.isWhitespace(text.charAt(i));
            if (space && from >= 0) {
                words.add(text.substring(from, i));
                from = -1;
            } else if (!space && from < 0) {
                from = i;
            }
        }
        return words;
    }
}
