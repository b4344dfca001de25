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

    /** Those of a library that judges by a p-value, which is at most a level in marked text. */
    public static LibraryFigures byPValue(Scores scores, double sum, double p, double level) {
        return new LibraryFigures(
                scores.scored(), sum, scores.model().z(sum, scores.scored()), p <= level, Map.of("pValue", p));
    }

    /** The same with the p-value of the scores' own law. */
    public static LibraryFigures byPValue(Scores scores, double level) {
        double sum = scores.sum();
        return byPValue(scores, sum, scores.model().pValue(sum, scores.scored()), level);
    }

    /** Those of a library that judges by a z-score, which is above a threshold in marked text. */
    public static LibraryFigures byZ(Scores scores, double threshold, Map<String, Double> others) {
        double z = scores.model().z(scores.sum(), scores.scored());
        return new LibraryFigures(scores.scored(), scores.sum(), z, z > threshold, others);
    }
}
