package io.scapa.text.language;

import java.util.Locale;
import java.util.function.LongConsumer;

/** The letters, pairs and triples of each word of a text, one blank before and after each word; packed into a long. */
final class WordGrams {
    private static final int CHARACTER = 16;
    static final int LONGEST = 3;

    private WordGrams() {}

    /** Packs up to three UTF-16 units; never 0 for units that are not. */
    static long pack(String gram) {
        long key = 0;
        for (int i = 0; i < gram.length(); i++) {
            key = key << CHARACTER | gram.charAt(i);
        }
        return key;
    }

    static void forEach(String text, LongConsumer gram) {
        int length = text.length();
        for (int i = 0; i < length; ) {
            int end = i;
            while (end < length && isWordPart(text.charAt(end))) {
                end++;
            }
            if (end > i) {
                word(normal(text.substring(i, end)), gram);
            }
            i = end + 1;
        }
    }

    /** A shouted word speaks like a quiet one. */
    private static String normal(String word) {
        boolean shouted = word.length() > 1 && word.chars().noneMatch(Character::isLowerCase);
        return shouted ? word.toLowerCase(Locale.ROOT) : word;
    }

    private static void word(String word, LongConsumer gram) {
        long before = ' ';
        long last = 0;
        int length = word.length();
        for (int i = 0; i <= length; i++) {
            char c = i < length ? word.charAt(i) : ' ';
            long pair = before << CHARACTER | c;
            if (i < length) {
                gram.accept(c);
            }
            gram.accept(pair);
            if (i > 0) {
                gram.accept(last << 2 * CHARACTER | pair);
            }
            last = before;
            before = c;
        }
    }

    private static boolean isWordPart(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
        int type = Character.getType(c);
        return Character.isLetter(c) || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
