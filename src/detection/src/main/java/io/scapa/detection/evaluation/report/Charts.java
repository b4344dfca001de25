package io.scapa.detection.evaluation.report;

import io.scapa.detection.evaluation.EvaluationSuite;
import io.scapa.detection.evaluation.GroupReport;
import io.scapa.detection.evaluation.Rate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The charts of an evaluation, each an SVG picture. */
final class Charts {
    private static final List<String> LENGTHS =
            List.of("<250 chars", "<500 chars", "<1000 chars", "<2000 chars", "<4000 chars", ">=4000 chars");
    private static final double SIDE = 9;
    private static final int SHOWN = 20;

    private final EvaluationSuite suite;

    Charts(EvaluationSuite suite) {
        this.suite = suite;
    }

    /** Stated against observed, a dot for each bin, as large as the bin is heavy. */
    String reliability() {
        Chart chart = new Chart(
                "Reliability",
                format(
                        "labels weighted to prior 0.5; expected calibration error %.3f; a dot's area is its share of the texts",
                        suite.calibrationError()),
                Axis.shares("stated probability"),
                Axis.shares("observed share of synthetic text"));
        chart.mark(0, 0, 1, 1);
        List<double[]> points = new ArrayList<>();
        suite.reliability().forEach(bin -> points.add(new double[] {bin.stated(), bin.observed()}));
        chart.line("c0", points);
        suite.reliability()
                .forEach(bin -> chart.dot("f0", bin.stated(), bin.observed(), 3 + 14 * Math.sqrt(bin.weight())));
        return chart.svg();
    }

    /** True against false positive rate, the latter by logarithm: what counts lies left of 5%. */
    String roc() {
        Chart chart = new Chart(
                "ROC curve",
                format(
                        "%,d human and %,d synthetic texts, AUROC %s",
                        suite.all().human(), suite.all().llm(), suite.all().auroc()),
                new Axis(
                        "false positive rate (logarithmic)",
                        1e-4,
                        1,
                        true,
                        List.of(
                                new Axis.Tick(1e-4, "0.01%"),
                                new Axis.Tick(1e-3, "0.1%"),
                                new Axis.Tick(1e-2, "1%"),
                                new Axis.Tick(5e-2, "5%"),
                                new Axis.Tick(1e-1, "10%"),
                                new Axis.Tick(1, "100%"))),
                Axis.shares("true positive rate"));
        chart.line(
                "c0",
                suite.roc().stream().map(p -> new double[] {p.fpr(), p.tpr()}).toList());
        for (double target : new double[] {0.01, 0.05}) {
            double tpr = suite.all().point("own", target).tpr().share();
            chart.mark(target, 0, target, tpr);
            chart.dot("f0", target, tpr, 4);
            chart.note(target, tpr, "end", format("%.3f", tpr));
        }
        return chart.svg();
    }

    /** How the scores of the two labels are spread. */
    String histogram() {
        double most = suite.histogram().stream()
                .mapToDouble(b -> Math.max(b.human(), b.llm()))
                .max()
                .orElse(1);
        double top = Math.max(0.05, Math.ceil(most * 20) / 20);
        List<Axis.Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= 4; i++) {
            ticks.add(new Axis.Tick(top * i / 4, format("%.1f%%", 100 * top * i / 4)));
        }
        List<Axis.Tick> scores = new ArrayList<>();
        for (int score = -10; score <= 10; score += 2) {
            scores.add(new Axis.Tick(score, Integer.toString(score)));
        }
        Chart chart = new Chart(
                "Scores",
                "share of the texts of each label in bins of half a unit; the outer bins take all that lies beyond",
                Axis.linear("score: natural log of the likelihood ratio, synthetic over human", -10, 10, scores),
                Axis.linear("share of the label's texts", 0, top, ticks));
        suite.histogram().forEach(b -> chart.bar("f0", b.from(), b.to(), b.human(), 0.6));
        suite.histogram().forEach(b -> chart.bar("f1", b.from(), b.to(), b.llm(), 0.6));
        chart.legend("0", true, "human");
        chart.legend("1", true, "synthetic");
        return chart.svg();
    }

    /** What is found, and what is flagged wrongly, by length. */
    String lengths() {
        List<GroupReport> groups = suite.by("length").stream()
                .sorted(Comparator.comparingInt(g -> LENGTHS.indexOf(g.value())))
                .toList();
        List<Axis.Tick> places = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            places.add(new Axis.Tick(i, groups.get(i).value()));
        }
        Chart chart = new Chart(
                "By length",
                "synthetic text found, with exact 95% limits",
                Axis.linear("length", -0.5, Math.max(0.5, groups.size() - 0.5), places),
                Axis.shares("share of the synthetic texts"));
        for (int i = 0; i < groups.size(); i++) {
            whisker(chart, "0", i, -SIDE, groups.get(i).point("own", 0.01).tpr());
            whisker(chart, "1", i, 0, groups.get(i).point("own", 0.05).tpr());
            whisker(chart, "2", i, SIDE, groups.get(i).point("global", 0.01).tpr());
        }
        chart.legend("0", false, "1% of the length's own humans over it");
        chart.legend("1", false, "5% of them");
        chart.legend("2", false, "one threshold for all, 1%");
        return chart.svg();
    }

    /** How many human texts are flagged really, source by source, where 1% was asked for. */
    String falsePositives() {
        List<GroupReport> groups =
                suite.by("source").stream().filter(g -> g.human() >= SHOWN).toList();
        double most = groups.stream()
                .mapToDouble(g -> g.point("model", 0.01).fpr().limits().upper())
                .filter(u -> u < 0.5)
                .max()
                .orElse(0.05);
        double top = Math.max(0.05, Math.ceil(most * 20) / 20);
        List<Axis.Tick> places = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            places.add(new Axis.Tick(i, cut(groups.get(i).value())));
        }
        List<Axis.Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= 5; i++) {
            ticks.add(new Axis.Tick(top * i / 5, format("%.0f%%", 100 * top * i / 5)));
        }
        Chart chart = new Chart(
                "Human texts flagged, by source",
                "by the model's own threshold, which means 1%; exact 95% limits; sources with 20 human texts or more",
                Axis.linear("source", -0.5, Math.max(0.5, groups.size() - 0.5), places),
                Axis.linear("share of the clean human texts", 0, top, ticks));
        chart.mark(-0.5, 0.01, Math.max(0.5, groups.size() - 0.5), 0.01);
        for (int i = 0; i < groups.size(); i++) {
            whisker(chart, "0", i, 0, groups.get(i).point("model", 0.01).fpr());
        }
        return chart.svg();
    }

    private static String cut(String name) {
        return name.length() <= 14 ? name : name.substring(0, 13) + "\u2026";
    }

    private static void whisker(Chart chart, String colour, double at, double shift, Rate rate) {
        if (rate.of() > 0) {
            chart.whisker(
                    colour,
                    at,
                    shift,
                    rate.limits().lower(),
                    rate.share(),
                    rate.limits().upper());
        }
    }

    private static String format(String words, Object... values) {
        return String.format(Locale.ROOT, words, values);
    }
}
