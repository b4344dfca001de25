package io.scapa.detection.features;

/**
 * What kind of text a {@link FeatureText} is, as far as a classifier must know it: prose or source code, English or not. Reads
 * tokens only, so that it costs next to nothing.
 */
public final class TextKind {
    private static final String CODE_MARKS = "{}()[]<>=;_/&@+";
    private static final boolean[] IS_CODE_MARK = codeMarks();
    private static final double CODE_SHARE = 0.22;
    private static final int CODE_TOKENS = 20;
    private static final BucketSet ENGLISH = BucketSet.of(java.util.stream.Stream.of(
                    ("the of and to a in is that it for was on with as be at by this have from or had not are but an they which you were "
                                    + "all we there can been if has when who will more so what its their would about out up into than them i my me he she his her your our")
                            .split(" "))
            .mapToInt(word -> Hashing.bucket(Hashing.of(word)))
            .toArray());

    private TextKind() {}

    /**
     * Whether it looks like source code: more than a fifth of its tokens are marks that prose seldom has. Marks of Markdown and of
     * TeX do not count, as prose has them.
     */
    public static boolean isCode(FeatureText text) {
        int marks = 0;
        for (int t = 0; t < text.tokens(); t++) {
            if (text.kind(t) == FeatureText.MARK && isCodeMark(text.canonical()[text.start(t)])) {
                marks++;
            }
        }
        return text.tokens() >= CODE_TOKENS && marks > CODE_SHARE * text.tokens();
    }

    private static boolean isCodeMark(char c) {
        return c < IS_CODE_MARK.length && IS_CODE_MARK[c];
    }

    private static boolean[] codeMarks() {
        boolean[] is = new boolean[0x80];
        CODE_MARKS.chars().forEach(c -> is[c] = true);
        return is;
    }

    /** Whether a word's hash is that of a common English function word. */
    static boolean isCommon(long hash) {
        return ENGLISH.contains(Hashing.bucket(hash));
    }

    /** The share of its words that are common English function words: about 0.4 in English prose, under 0.1 elsewhere. */
    public static double englishShare(FeatureText text) {
        int common = 0;
        for (int t = 0; t < text.tokens(); t++) {
            if (text.isWord(t) && isCommon(text.hash(t))) {
                common++;
            }
        }
        return text.words() == 0 ? 0 : (double) common / text.words();
    }
}
