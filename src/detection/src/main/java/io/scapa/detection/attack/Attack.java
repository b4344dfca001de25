package io.scapa.detection.attack;

import java.util.random.RandomGenerator;

/**
 * The attacks of RAID (Dugan et al., ACL 2024, section 4.2) that a program can do without a language model, and the layout
 * accidents of corpora. Each is a function of the text and the random stream alone.
 */
public enum Attack {
    /** Half of the letters that have a Cyrillic look-alike are replaced by it. */
    HOMOGLYPH {
        @Override
        public String apply(String text, RandomGenerator random) {
            StringBuilder out = new StringBuilder(text);
            for (int i = 0; i < out.length(); i++) {
                int at = LATIN.indexOf(out.charAt(i));
                if (at >= 0 && random.nextDouble() < 0.5) {
                    out.setCharAt(i, CYRILLIC.charAt(at));
                }
            }
            return out.toString();
        }
    },
    /** A zero-width space after 30% of the characters. */
    ZERO_WIDTH {
        @Override
        public String apply(String text, RandomGenerator random) {
            return insertAfter(text, random, '\u200b', 0.3, 0.3);
        }
    },
    /** 20% of the spaces are doubled and 2% of the characters are followed by a space. */
    WHITESPACE {
        @Override
        public String apply(String text, RandomGenerator random) {
            return insertAfter(text, random, ' ', 0.2, 0.02);
        }
    },
    /** 5% of the letters change case. */
    UPPER_LOWER {
        @Override
        public String apply(String text, RandomGenerator random) {
            StringBuilder out = new StringBuilder(text);
            for (int i = 0; i < out.length(); i++) {
                char c = out.charAt(i);
                if (Character.isLetter(c) && random.nextDouble() < 0.05) {
                    out.setCharAt(i, Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
                }
            }
            return out.toString();
        }
    },
    /** Half of the digits are replaced. */
    NUMBER_SWAP {
        @Override
        public String apply(String text, RandomGenerator random) {
            StringBuilder out = new StringBuilder(text);
            for (int i = 0; i < out.length(); i++) {
                char c = out.charAt(i);
                if (c >= '0' && c <= '9' && random.nextBoolean()) {
                    out.setCharAt(i, (char) ('0' + random.nextInt(10)));
                }
            }
            return out.toString();
        }
    },
    /** 20% of the words of more than three letters are misspelt. */
    MISSPELLING {
        @Override
        public String apply(String text, RandomGenerator random) {
            return Words.replace(
                    text, word -> word.length() > 3 && random.nextDouble() < 0.2 ? Words.misspell(word, random) : word);
        }
    },
    /** Half of the articles are left out. */
    ARTICLE_DELETION {
        @Override
        public String apply(String text, RandomGenerator random) {
            return Words.replace(text, word -> Words.isArticle(word) && random.nextBoolean() ? "" : word);
        }
    },
    /** British spelling for American, and the other way round. */
    ALTERNATIVE_SPELLING {
        @Override
        public String apply(String text, RandomGenerator random) {
            return Words.replace(text, Words::alternativeSpelling);
        }
    },
    /** A blank line after half of the sentences. */
    PARAGRAPH_INSERT {
        @Override
        public String apply(String text, RandomGenerator random) {
            return Layout.breakSentences(text, 0.5, random);
        }
    },
    /** All on one line. */
    ONE_LINE {
        @Override
        public String apply(String text, RandomGenerator random) {
            return Layout.oneLine(text);
        }
    },
    /** All in lower case. */
    LOWER_CASE {
        @Override
        public String apply(String text, RandomGenerator random) {
            return text.toLowerCase(java.util.Locale.ROOT);
        }
    };

    private static final int MORE_MISSPELLINGS = 14;

    private static final String LATIN = "aeopcyxisjABEKMHOPCTYX";
    private static final String CYRILLIC =
            "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0455\u0458\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425";

    /**
     * Attacks a text.
     *
     * @param text any text
     * @param random the only source of chance
     */
    public abstract String apply(String text, RandomGenerator random);

    /**
     * A random attack on a text. More than half are misspellings, as most others leave nothing of themselves in what a detector
     * reads, and misspelling costs it the most.
     */
    public static String any(String text, RandomGenerator random) {
        int drawn = random.nextInt(values().length + 1 + MORE_MISSPELLINGS);
        Attack attack =
                drawn < values().length ? values()[drawn] : drawn == values().length ? ARTICLE_DELETION : MISSPELLING;
        return attack.apply(text, random);
    }

    private static String insertAfter(
            String text, RandomGenerator random, char inserted, double afterSpace, double afterOther) {
        StringBuilder out = new StringBuilder(text.length() * 5 / 4);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c);
            if (!Character.isHighSurrogate(c) && random.nextDouble() < (c == ' ' ? afterSpace : afterOther)) {
                out.append(inserted);
            }
        }
        return out.toString();
    }
}
