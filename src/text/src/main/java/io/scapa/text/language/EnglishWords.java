package io.scapa.text.language;

import java.util.Locale;
import java.util.Set;

/** English that is plain to see: function words that no other language writes so, often enough. */
final class EnglishWords {
    private static final Set<String> FUNCTION_WORDS = Set.of(
            "the", "and", "that", "with", "this", "from", "have", "they", "which", "were", "their", "been", "would",
            "there", "what", "your", "about", "when", "could", "into", "these", "because", "through", "where", "should",
            "those", "while");
    private static final int LONGEST = 7;
    private static final int FEWEST_WORDS = 20;
    private static final int FEWEST_FOUND = 4;
    private static final double LEAST_SHARE = 0.08;

    private EnglishWords() {}

    static boolean areEvident(String text) {
        int words = 0;
        int found = 0;
        int length = text.length();
        for (int i = 0; i < length; ) {
            int end = i;
            while (end < length && Character.isLetter(text.charAt(end))) {
                end++;
            }
            if (end > i) {
                words++;
                found += end - i <= LONGEST && end - i > 2 && isFunctionWord(text.substring(i, end)) ? 1 : 0;
            }
            i = end + 1;
        }
        return words >= FEWEST_WORDS && found >= FEWEST_FOUND && found >= LEAST_SHARE * words;
    }

    private static boolean isFunctionWord(String word) {
        return FUNCTION_WORDS.contains(word) || FUNCTION_WORDS.contains(word.toLowerCase(Locale.ROOT));
    }
}
