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
        return (int) Math.max(read, hanIn(text) / CHARACTERS_A_WORD);
    }

    /**
     * Whether a text is written in the script of the language that it was taken for: three in four letters of a Chinese text are Han.
     * Characters drawn at random are taken for Chinese too.
     */
    static boolean isInScriptOf(@Nullable String language, String text) {
        if (!"zh".equals(language)) {
            return true;
        }
        long letters =
                text.codePoints().limit(LIMIT).filter(Character::isLetter).count();
        return 4 * hanIn(text) >= 3 * letters;
    }

    private static long hanIn(String text) {
        return text.codePoints()
                .limit(LIMIT)
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                .count();
    }
}
