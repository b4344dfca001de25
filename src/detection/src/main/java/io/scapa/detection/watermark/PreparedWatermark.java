package io.scapa.detection.watermark;

import java.util.Optional;

/** A profile made ready to read and mark texts. Immutable and safe for many threads. */
public interface PreparedWatermark {
    /**
     * Scores a text.
     *
     * @param tokens ids in order; none over the vocabulary
     */
    Scores score(int[] tokens, Counting counting);

    /** What the library itself would print for these tokens, its errors included. */
    LibraryFigures library(int[] tokens);

    /** The generation side, where this project has it: a fresh marker for one text. */
    default Optional<Marker> marker() {
        return Optional.empty();
    }
}
