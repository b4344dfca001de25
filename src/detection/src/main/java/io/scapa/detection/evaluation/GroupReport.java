package io.scapa.detection.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a group of texts.
 *
 * @param field what the texts have in common: source, model, attack, domain, lang, length, fold, or {@code all}
 * @param value its value
 * @param human clean human texts of the group
 * @param llm synthetic texts of the group
 * @param pooled whether it has so few humans of its own that it is set against all of them
 * @param auroc area under the ROC curve, or null where too few texts carry it
 * @param points what the rules for thresholds do on it
 */
public record GroupReport(
        String field,
        String value,
        int human,
        int llm,
        boolean pooled,
        @Nullable Double auroc,
        List<OperatingPoint> points) {
    static final double[] TARGETS = {0.01, 0.05};
    private static final int OWN_HUMANS = 50;

    public GroupReport {
        points = List.copyOf(points);
    }

    static GroupReport of(
            String field, String value, List<JudgedText> members, List<JudgedText> all, List<ThresholdByFold> global) {
        List<JudgedText> own = negatives(members);
        List<JudgedText> llm =
                members.stream().filter(t -> t.text().synthetic()).toList();
        boolean pooled = own.size() < OWN_HUMANS;
        List<JudgedText> human = pooled ? negatives(all) : own;
        Figures figures = Figures.of(scores(human), scores(llm), null);
        List<OperatingPoint> points = new ArrayList<>();
        for (int t = 0; t < TARGETS.length; t++) {
            double threshold = Roc.thresholdAt(scores(human), TARGETS[t]);
            points.add(new OperatingPoint(
                    "own", TARGETS[t], Rate.over(threshold, scores(llm)), Rate.over(threshold, scores(human))));
            points.add(new OperatingPoint(
                    "global", TARGETS[t], global.get(t).over(llm), global.get(t).over(own)));
        }
        points.add(new OperatingPoint("model", 0.01, flagged(llm), flagged(own)));
        return new GroupReport(field, value, own.size(), llm.size(), pooled, figures.auroc(), points);
    }

    static List<JudgedText> negatives(List<JudgedText> texts) {
        return texts.stream().filter(t -> t.text().isNegative()).toList();
    }

    static double[] scores(List<JudgedText> texts) {
        return texts.stream().mapToDouble(JudgedText::score).toArray();
    }

    static Rate flagged(List<JudgedText> texts) {
        return new Rate((int) texts.stream().filter(JudgedText::flagged).count(), texts.size());
    }

    /** What a rule does at a target. */
    public OperatingPoint point(String rule, double target) {
        return points.stream()
                .filter(p -> p.rule().equals(rule) && p.target() == target)
                .findFirst()
                .orElseThrow();
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("field", field);
        map.put("value", value);
        map.put("human", human);
        map.put("llm", llm);
        map.put("pooled", pooled);
        if (auroc != null) {
            map.put("auroc", auroc);
        }
        map.put("points", points.stream().map(OperatingPoint::toMap).toList());
        return map;
    }
}
