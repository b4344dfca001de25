package io.scapa.detection.watermark;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The numbers of a library's own detector, for comparison with it. Repeats are counted as the library counts them, and
 * p-values appear under names of their own because some are wrong.
 *
 * @param scored positions that the library counts
 * @param statistic its green count, score or mean
 * @param z its z-score, or NaN where it has none
 * @param predicted whether it would call the text marked, by its default threshold
 * @param others further figures by name, such as {@code transformersPValue}
 */
public record LibraryFigures(int scored, double statistic, double z, boolean predicted, Map<String, Double> others) {
    public LibraryFigures {
        others = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }
}
