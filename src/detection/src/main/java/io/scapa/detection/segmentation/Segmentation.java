package io.scapa.detection.segmentation;

import io.scapa.provenance.Span;
import java.util.List;

/**
 * The passages of a text, in order and without gaps.
 *
 * @param passages alternately human and synthetic
 * @param syntheticShare share of the words in synthetic passages, in [0, 1]
 */
public record Segmentation(List<Passage> passages, double syntheticShare) {
    public Segmentation {
        passages = List.copyOf(passages);
    }

    /**
     * A stretch of the text.
     *
     * @param span where, in the text that was segmented
     * @param words how many words
     * @param synthetic what it is taken for
     * @param logLikelihoodRatio how much its windows speak for synthetic over human
     */
    public record Passage(Span span, int words, boolean synthetic, double logLikelihoodRatio) {}

    /** The synthetic passages. */
    public List<Passage> synthetic() {
        return passages.stream().filter(Passage::synthetic).toList();
    }
}
