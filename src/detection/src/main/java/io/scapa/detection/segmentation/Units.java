package io.scapa.detection.segmentation;

import io.scapa.detection.features.FeatureText;
import java.util.Arrays;

/** Cuts a text at the ends of sentences into units of some tokens each, the smallest stretches that a passage is made of. */
final class Units {
    /** A unit has at least so many tokens, but for the last. */
    static final int LEAST = 16;

    private static final int MOST = 48;

    private Units() {}

    /** The first token of each unit, and one past the last token. */
    static int[] of(FeatureText text) {
        int[] borders = new int[text.tokens() / LEAST + 2];
        int units = 0;
        for (int t = 0; t < text.tokens(); t++) {
            int size = t + 1 - borders[units];
            if (size >= MOST || size >= LEAST && SentenceEnds.at(text, t)) {
                borders[++units] = t + 1;
            }
        }
        int rest = text.tokens() - borders[units];
        if (rest > 0) {
            units += rest < LEAST / 2 && units > 0 ? 0 : 1;
            borders[units] = text.tokens();
        }
        return Arrays.copyOf(borders, units + 1);
    }
}
