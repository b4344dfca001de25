package io.scapa.detection;

import org.jspecify.annotations.Nullable;

/** How long a text is in words, whatever its script. */
final class TextLength {
    /** A Chinese word has about one and a half characters. */
    private static final double CHARACTERS_A_WORD = 1.5;

    private static final int LIMIT = io.scapa.detection.classifier.Classifier.LIMIT;

    private TextLength() {}

    /** Words of a text: those that were read, or what its Han characters amount to where the language writes no spaces. */
    static int words(String text, @Nullable String language, int read) {
        if (!"zh".equals(language)) {
            return read;
        }
        long han = text.codePoints()
                .limit(LIMIT)
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                .count();
        return (int) Math.max(read, han / CHARACTERS_A_WORD);
    }
}
