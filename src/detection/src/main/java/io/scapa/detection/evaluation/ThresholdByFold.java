package io.scapa.detection.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One threshold for all sources that never saw the texts that it judges: for a fold, that of the clean humans of the other folds;
 * where there is one fold, that of the humans of the split {@code dev}, or of all where there are none.
 */
final class ThresholdByFold {
    private final Map<Integer, Double> thresholds = new HashMap<>();

    /** The threshold that a share of the humans exceeds. */
    ThresholdByFold(List<JudgedText> texts, double rate) {
        List<JudgedText> humans =
                texts.stream().filter(t -> t.text().isNegative()).toList();
        int[] folds = texts.stream().mapToInt(JudgedText::fold).distinct().toArray();
        for (int fold : folds) {
            thresholds.put(fold, Roc.thresholdAt(scores(others(humans, fold, folds.length)), rate));
        }
    }

    private static List<JudgedText> others(List<JudgedText> humans, int fold, int folds) {
        List<JudgedText> others = humans.stream()
                .filter(t -> folds > 1 ? t.fold() != fold : t.text().split().equals("dev"))
                .toList();
        return others.isEmpty() ? humans : others;
    }

    /** The threshold that judges a fold. */
    double of(int fold) {
        return thresholds.getOrDefault(fold, Double.POSITIVE_INFINITY);
    }

    /** How many of some texts lie over their thresholds. */
    Rate over(List<JudgedText> texts) {
        int hits = (int) texts.stream().filter(t -> t.score() > of(t.fold())).count();
        return new Rate(hits, texts.size());
    }

    private static double[] scores(List<JudgedText> texts) {
        return texts.stream().mapToDouble(JudgedText::score).toArray();
    }
}
