package io.scapa.detection.training;

import java.util.List;

/**
 * A text put together from a human and a synthetic one, or one of a single author.
 *
 * @param text the text
 * @param stretches who wrote what, in order and without gaps
 * @param kind how it was put together
 * @param origin how its synthetic part came about: {@code generated}, {@code attacked}, {@code edited}; {@code human} for none
 * @param source the corpus
 * @param fold the fold of that
 * @param syntheticTokens tokens in synthetic stretches
 * @param tokens all tokens
 */
record Splice(
        String text,
        List<Stretch> stretches,
        Kind kind,
        String origin,
        String source,
        int fold,
        int syntheticTokens,
        int tokens) {
    /** How a text is put together. */
    enum Kind {
        /** One stretch of each author. */
        ONE_BLOCK,
        /** One author's stretch inside the other's. */
        EMBEDDED,
        /** Two stretches of each. */
        TWO_BLOCKS,
        /** Paragraphs of some 80 tokens by turns. */
        ALTERNATING,
        /** All by a person. */
        HUMAN,
        /** Several texts by persons, one after the other. */
        HUMANS,
        /** All by a model. */
        SYNTHETIC;

        boolean isMixed() {
            return this != SYNTHETIC && !isHuman();
        }

        boolean isHuman() {
            return this == HUMAN || this == HUMANS;
        }
    }

    /** A stretch of the text in UTF-16 units. */
    record Stretch(int from, int to, boolean synthetic) {}

    /** A text of one author. */
    static Splice single(LabelledDocument document, int fold) {
        boolean synthetic = document.synthetic();
        String text = java.text.Normalizer.normalize(document.text(), java.text.Normalizer.Form.NFKC);
        return new Splice(
                text,
                List.of(new Stretch(0, text.length(), synthetic)),
                synthetic ? Kind.SYNTHETIC : Kind.HUMAN,
                synthetic ? Splicer.origin(document) : "human",
                document.source(),
                fold,
                synthetic ? 1 : 0,
                1);
    }

    /** Sentences of several human texts. */
    static Splice persons(List<Sentences.Sentence> sentences, String source, int fold) {
        StringBuilder text = new StringBuilder();
        sentences.forEach(s -> text.append(s.text()));
        int tokens = Sentences.tokens(sentences);
        return new Splice(
                text.toString(),
                List.of(new Stretch(0, text.length(), false)),
                Kind.HUMANS,
                "human",
                source,
                fold,
                0,
                tokens);
    }

    double share() {
        return (double) syntheticTokens / tokens;
    }

    /** Whether a model wrote what stands at a place. */
    boolean isSyntheticAt(int offset) {
        for (Stretch stretch : stretches) {
            if (offset < stretch.to()) {
                return stretch.synthetic();
            }
        }
        return !stretches.isEmpty() && stretches.getLast().synthetic();
    }
}
