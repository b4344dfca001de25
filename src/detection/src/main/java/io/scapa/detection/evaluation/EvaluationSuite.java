package io.scapa.detection.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All figures of a detector on labelled texts: thresholds of each source's own humans and one for all, with the rates that they
 * really have, by field; calibration; ROC curve; what attacks cost; groups of humans compared.
 *
 * @param title what was evaluated, and how
 * @param all over all texts
 * @param groups by field and value
 * @param calibrationError expected calibration error at prior 0.5
 * @param reliability its bins
 * @param roc points of the curve
 * @param histogram of the scores
 * @param attacks costs of attacks
 * @param comparisons of human groups
 */
public record EvaluationSuite(
        String title,
        GroupReport all,
        List<GroupReport> groups,
        double calibrationError,
        List<CalibrationError.Bin> reliability,
        List<RocPoint> roc,
        List<HistogramBin> histogram,
        List<AttackCost> attacks,
        List<Comparison> comparisons) {
    /** The fields that figures are by. */
    public static final List<String> FIELDS = List.of("source", "model", "attack", "domain", "lang", "length");

    private static final double LEAST_FPR = 1e-4;
    private static final int POINTS_A_DECADE = 20;
    private static final double LOWEST = -10;
    private static final double HIGHEST = 10;
    private static final int BINS = 40;

    /** A point of a ROC curve. */
    public record RocPoint(double fpr, double tpr) {}

    /**
     * A bin of scores.
     *
     * @param from its lower end; the first bin takes all below, the last all above
     * @param to its upper end
     * @param human share of the clean human texts in it
     * @param llm share of the synthetic ones
     */
    public record HistogramBin(double from, double to, double human, double llm) {}

    public EvaluationSuite {
        groups = List.copyOf(groups);
        reliability = List.copyOf(reliability);
        roc = List.copyOf(roc);
        histogram = List.copyOf(histogram);
        attacks = List.copyOf(attacks);
        comparisons = List.copyOf(comparisons);
    }

    /**
     * Evaluates.
     *
     * @param folds a name for each fold of the texts, or none where one detector judged all
     * @throws IllegalArgumentException where there is no clean human or no synthetic text
     */
    public static EvaluationSuite of(
            String title,
            List<JudgedText> texts,
            List<String> folds,
            List<AttackScores> attacks,
            List<Comparison.Groups> comparisons) {
        double[] negatives = GroupReport.scores(GroupReport.negatives(texts));
        double[] positives = GroupReport.scores(
                texts.stream().filter(t -> t.text().synthetic()).toList());
        if (negatives.length == 0 || positives.length == 0) {
            throw new IllegalArgumentException("an evaluation needs human and synthetic texts, got " + negatives.length
                    + " human and " + positives.length + " synthetic");
        }
        List<ThresholdByFold> global = new ArrayList<>();
        for (double target : GroupReport.TARGETS) {
            global.add(new ThresholdByFold(texts, target));
        }
        return new EvaluationSuite(
                title,
                GroupReport.of("all", "all", texts, texts, global),
                groups(texts, folds, global),
                CalibrationError.expected(probabilities(texts), labels(texts)),
                CalibrationError.reliability(probabilities(texts), labels(texts)),
                roc(negatives, positives),
                histogram(negatives, positives),
                costs(texts, attacks, global),
                comparisons.stream()
                        .flatMap(g -> Comparison.of(g, texts, global.getFirst()).stream())
                        .toList());
    }

    private static List<GroupReport> groups(List<JudgedText> texts, List<String> folds, List<ThresholdByFold> global) {
        List<GroupReport> groups = new ArrayList<>();
        for (int f = 0; f < folds.size(); f++) {
            int fold = f;
            List<JudgedText> members =
                    texts.stream().filter(t -> t.fold() == fold).toList();
            groups.add(GroupReport.of("left out", folds.get(f), members, texts, global));
        }
        for (String field : FIELDS) {
            Map<String, List<JudgedText>> values = texts.stream()
                    .collect(Collectors.groupingBy(t -> t.text().value(field), TreeMap::new, Collectors.toList()));
            values.forEach((value, members) -> groups.add(GroupReport.of(field, value, members, texts, global)));
        }
        return groups;
    }

    private static List<AttackCost> costs(
            List<JudgedText> texts, List<AttackScores> attacks, List<ThresholdByFold> global) {
        List<AttackCost> costs = new ArrayList<>();
        for (int t = GroupReport.TARGETS.length - 1; t >= 0; t--) {
            for (AttackScores scores : attacks) {
                costs.add(AttackCost.of(scores, GroupReport.TARGETS[t], global.get(t)));
            }
        }
        return costs;
    }

    private static double[] probabilities(List<JudgedText> texts) {
        return texts.stream()
                .filter(EvaluationSuite::counts)
                .mapToDouble(t -> 1 / (1 + Math.exp(-t.score())))
                .toArray();
    }

    private static boolean[] labels(List<JudgedText> texts) {
        List<JudgedText> counted =
                texts.stream().filter(EvaluationSuite::counts).toList();
        boolean[] labels = new boolean[counted.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = counted.get(i).text().synthetic();
        }
        return labels;
    }

    private static boolean counts(JudgedText text) {
        return text.text().synthetic() || text.text().isNegative();
    }

    private static List<RocPoint> roc(double[] negatives, double[] positives) {
        List<RocPoint> points = new ArrayList<>();
        int steps = (int) Math.round(-Math.log10(LEAST_FPR) * POINTS_A_DECADE);
        for (int i = 0; i <= steps; i++) {
            double rate = Math.pow(10, Math.log10(LEAST_FPR) * (1 - (double) i / steps));
            double threshold = Roc.thresholdAt(negatives, rate);
            points.add(new RocPoint(rate, Roc.shareOver(positives, threshold)));
        }
        return points;
    }

    private static List<HistogramBin> histogram(double[] negatives, double[] positives) {
        List<HistogramBin> bins = new ArrayList<>();
        double width = (HIGHEST - LOWEST) / BINS;
        for (int b = 0; b < BINS; b++) {
            double from = LOWEST + b * width;
            bins.add(new HistogramBin(from, from + width, share(negatives, b, width), share(positives, b, width)));
        }
        return bins;
    }

    private static double share(double[] scores, int bin, double width) {
        int in = 0;
        for (double score : scores) {
            in += Math.clamp((long) Math.floor((score - LOWEST) / width), 0, BINS - 1) == bin ? 1 : 0;
        }
        return (double) in / scores.length;
    }

    /** The groups of a field. */
    public List<GroupReport> by(String field) {
        return groups.stream().filter(g -> g.field().equals(field)).toList();
    }

    /** Every number, as JSON has it. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("title", title);
        map.put("all", all.toMap());
        map.put("expectedCalibrationError", calibrationError);
        map.put("reliability", reliability);
        map.put("attacks", attacks.stream().map(AttackCost::toMap).toList());
        map.put("comparisons", comparisons.stream().map(Comparison::toMap).toList());
        map.put("groups", groups.stream().map(GroupReport::toMap).toList());
        map.put("roc", roc);
        map.put("histogram", histogram);
        return map;
    }
}
