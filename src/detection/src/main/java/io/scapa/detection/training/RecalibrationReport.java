package io.scapa.detection.training;

import io.scapa.detection.classifier.Classifier;
import io.scapa.detection.evaluation.Rate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a recalibration rests on and what it changes.
 *
 * @param from release that was recalibrated
 * @param release the new one
 * @param rate the share of humans that may be flagged
 * @param texts how many human texts it rests on
 * @param repeated how many came more than once and were counted once
 * @param leftOut how many were left out, by reason
 * @param before how many of them the old threshold flags
 * @param after how many a new threshold flags that was set on other texts of theirs
 * @param lengths the same by length, with the thresholds there
 */
public record RecalibrationReport(
        String from,
        String release,
        double rate,
        int texts,
        int repeated,
        Map<String, Integer> leftOut,
        Rate before,
        Rate after,
        List<Length> lengths) {
    private static final int[] BOUNDS = {0, 50, 100, 200, 400, 800};

    public RecalibrationReport {
        leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
        lengths = List.copyOf(lengths);
    }

    /**
     * Texts of some length.
     *
     * @param fromWords the fewest words
     * @param toWords one past the most, or {@link Integer#MAX_VALUE}
     * @param before flagged by the old threshold
     * @param after flagged by a new one that was set on others
     * @param oldThreshold for their median length
     * @param newThreshold for it
     */
    public record Length(
            int fromWords, int toWords, Rate before, Rate after, double oldThreshold, double newThreshold) {}

    static RecalibrationReport of(
            Classifier old,
            Classifier fresh,
            double rate,
            List<Recalibration.HumanText> texts,
            boolean[] before,
            boolean[] after,
            int repeated,
            Map<String, Integer> leftOut) {
        List<Length> lengths = new ArrayList<>();
        for (int b = 0; b < BOUNDS.length; b++) {
            int from = BOUNDS[b];
            int to = b + 1 < BOUNDS.length ? BOUNDS[b + 1] : Integer.MAX_VALUE;
            int[] words = texts.stream()
                    .mapToInt(Recalibration.HumanText::words)
                    .filter(w -> w >= from && w < to)
                    .sorted()
                    .toArray();
            if (words.length > 0) {
                int median = words[words.length / 2];
                lengths.add(new Length(
                        from,
                        to,
                        count(texts, before, from, to),
                        count(texts, after, from, to),
                        old.flag().at(median),
                        fresh.flag().at(median)));
            }
        }
        return new RecalibrationReport(
                old.release(),
                fresh.release(),
                rate,
                texts.size(),
                repeated,
                leftOut,
                count(texts, before, 0, Integer.MAX_VALUE),
                count(texts, after, 0, Integer.MAX_VALUE),
                lengths);
    }

    private static Rate count(List<Recalibration.HumanText> texts, boolean[] flagged, int from, int to) {
        int over = 0;
        int all = 0;
        for (int i = 0; i < flagged.length; i++) {
            if (texts.get(i).words() >= from && texts.get(i).words() < to) {
                all++;
                over += flagged[i] ? 1 : 0;
            }
        }
        return new Rate(over, all);
    }

    /** The report as JSON has it. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("from", from);
        map.put("release", release);
        map.put("rate", rate);
        map.put("texts", texts);
        map.put("repeated", repeated);
        map.put("leftOut", leftOut);
        map.put("before", before.toMap());
        map.put("after", after.toMap());
        map.put("lengths", lengths.stream().map(RecalibrationReport::row).toList());
        return map;
    }

    private static Map<String, Object> row(Length length) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("fromWords", length.fromWords());
        if (length.toWords() < Integer.MAX_VALUE) {
            row.put("toWords", length.toWords());
        }
        row.put("texts", length.before().of());
        row.put("before", length.before().toMap());
        row.put("after", length.after().toMap());
        row.put("oldThreshold", length.oldThreshold());
        row.put("newThreshold", length.newThreshold());
        return row;
    }
}
