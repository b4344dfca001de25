package io.scapa.simulation.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers words from 1 in the order in which they first appear, and cuts texts into words and sentences. */
public final class Vocabulary {
    static final int LONGEST_SENTENCE = 200;

    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> words = new ArrayList<>(List.of("\n"));

    /** Words so far, with the sentence end. */
    public int size() {
        return words.size();
    }

    /** The word of an id. */
    public String word(int id) {
        return words.get(id);
    }

    /**
     * Cuts a text into words (runs of letters, digits and inner apostrophes; every other visible character is a word of
     * its own) and adds them, closing sentences at full stops, question and exclamation marks and line breaks.
     */
    public void read(String text, Tokens into) {
        int open = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = i + 1;
            if (Character.isLetterOrDigit(c)) {
                while (end < text.length() && inWord(text, end)) {
                    end++;
                }
                into.add(id(text.substring(i, end)));
                open++;
            } else if (!Character.isWhitespace(c)) {
                into.add(id(text.substring(i, end)));
                open++;
            }
            boolean closes = c == '.' || c == '!' || c == '?' || c == '\n';
            if (open > 0 && (closes || open >= LONGEST_SENTENCE)) {
                into.add(Tokens.END);
                open = 0;
            }
            i = end;
        }
        if (open > 0) {
            into.add(Tokens.END);
        }
    }

    private static boolean inWord(String text, int i) {
        char c = text.charAt(i);
        boolean inner = (c == '\'' || c == '\u2019') && i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
        return Character.isLetterOrDigit(c) || inner;
    }

    private int id(String word) {
        Integer known = ids.get(word);
        if (known != null) {
            return known;
        }
        ids.put(word, words.size());
        words.add(word);
        return words.size() - 1;
    }
}
