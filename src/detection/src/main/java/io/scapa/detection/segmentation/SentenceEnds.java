package io.scapa.detection.segmentation;

import io.scapa.detection.features.FeatureText;

/** Where sentences end, as the tokens see it. */
public final class SentenceEnds {
    private static final String MARKS = ".!?\u2026\u3002\uff01\uff1f";

    private SentenceEnds() {}

    /** Whether a sentence or a paragraph ends with a token. */
    public static boolean at(FeatureText text, int token) {
        return text.kind(token) == FeatureText.BREAK
                || text.kind(token) == FeatureText.MARK && MARKS.indexOf(text.canonical()[text.start(token)]) >= 0;
    }
}
