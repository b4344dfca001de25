package io.scapa.detection.features;

/**
 * Sequences of 2 to {@code order} tokens in which the commonest words and all marks stay and every other word stands for its class.
 * A capitalised word without a class is a slot that says so; any other has the class of its ending ({@link WordClasses#ending}), as
 * most of them are rare or misspelt, and that a writer misspells must not tell who it is; where its ending has none, no sequence
 * reaches across it. What is left is close to parts of speech with some meaning, and much less of the topic than the words
 * themselves (Brown and others 1992, Class-based n-gram models of natural language).
 *
 * @param order the longest sequence, at least 2
 * @param classes the words' classes; class 0 stays
 */
public record ClassNgrams(int order, WordClasses classes) implements FeatureFamily {
    private static final int CLASS = 0x1_0000;

    @Override
    public String id() {
        return "classes-" + order;
    }

    @Override
    public int capacity(FeatureText text) {
        return ElementNgrams.capacity(text, order);
    }

    @Override
    public int emit(FeatureText text, int[] into, int at) {
        int tokens = text.tokens();
        long[] classed = text.room(tokens);
        for (int i = 0; i < tokens; i++) {
            classed[i] = element(text, i);
        }
        return ElementNgrams.emit(classed, tokens, order, 5, into, at);
    }

    private long element(FeatureText text, int token) {
        long hash = text.hash(token);
        if (!text.isWord(token)) {
            return hash;
        }
        int its = classes.of(Hashing.bucket(hash));
        if (its == 0) {
            return hash;
        }
        if (its > 0) {
            return CLASS + its;
        }
        if (text.kind(token) != FeatureText.WORD) {
            return ElementNgrams.SLOT + text.kind(token);
        }
        int alike = classes.of(WordClasses.ending(text, token));
        return alike > 0 ? CLASS + alike : ElementNgrams.GAP;
    }
}
