package io.scapa.detection.segmentation;

import io.scapa.provenance.Interval;
import io.scapa.provenance.Span;
import java.util.List;

/**
 * The passages of a text, in order and without gaps.
 *
 * @param passages alternately human and synthetic; none where the text is too short to be parted
 * @param syntheticShare expected share of tokens in synthetic passages, in [0, 1]; 0 where no passage was found
 * @param shareInterval where the share lies in nine texts of ten in which a passage was found
 * @param shareIfMixed the expected share given that the text is of mixed authorship, whether a passage was found or not
 * @param intervalIfMixed where that lies in nine texts of ten of mixed authorship
 * @param strongest margin of the strongest window
 * @param threshold what that had to exceed for any passage to be found
 */
public record Segmentation(
        List<Passage> passages,
        double syntheticShare,
        Interval shareInterval,
        double shareIfMixed,
        Interval intervalIfMixed,
        double strongest,
        double threshold) {
    private static final Interval ANY = new Interval(0, 1);

    /** Of a text that is not parted. */
    public static final Segmentation NONE = new Segmentation(List.of(), 0, ANY, 0, ANY, 0, 0);

    public Segmentation {
        passages = List.copyOf(passages);
    }

    /**
     * A stretch of the text.
     *
     * @param span where, in the text that was segmented
     * @param tokens how many tokens (words, numbers, marks)
     * @param synthetic what it is taken for
     * @param probability mean probability of its tokens of being synthetic
     */
    public record Passage(Span span, int tokens, boolean synthetic, double probability) {}

    /** The synthetic passages. */
    public List<Passage> synthetic() {
        return passages.stream().filter(Passage::synthetic).toList();
    }
}
