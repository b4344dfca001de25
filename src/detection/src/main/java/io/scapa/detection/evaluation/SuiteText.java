package io.scapa.detection.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A suite of figures in plain tables. */
public record SuiteText(EvaluationSuite suite) {
    /** The lines. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(suite.title());
        lines.add(format(
                "%,d human and %,d synthetic texts; expected calibration error %.3f at prior 0.5",
                suite.all().human(), suite.all().llm(), suite.calibrationError()));
        lines.add(
                "own: threshold of the group's own clean humans; global: one threshold set on other texts; model: the model's own");
        lines.add(format(
                "%-44s %6s %6s %6s  %-13s %-21s %-21s %s",
                "",
                "human",
                "llm",
                "AUROC",
                "own 1% / 5%",
                "global 1%: TPR FPR",
                "global 5%: TPR FPR",
                "model: TPR FPR [95%]"));
        lines.add(row(suite.all()));
        suite.groups().forEach(group -> lines.add(row(group)));
        if (!suite.attacks().isEmpty()) {
            lines.add("attacks on synthetic texts, humans clean, one global threshold");
            suite.attacks().forEach(cost -> lines.add(attack(cost)));
        }
        suite.comparisons().forEach(c -> lines.add(comparison(c)));
        return lines;
    }

    private static String row(GroupReport g) {
        return format(
                "%-44s %,6d %,6d %6s  %-13s %-21s %-21s %s",
                cut(g.field().equals("all") ? "all" : g.field() + " " + g.value()),
                g.human(),
                g.llm(),
                g.auroc() == null ? "" : format("%.3f", g.auroc()),
                share(g.point("own", 0.01).tpr()) + " / "
                        + share(g.point("own", 0.05).tpr()) + (g.pooled() ? "*" : ""),
                rates(g.point("global", 0.01)),
                rates(g.point("global", 0.05)),
                rates(g.point("model", 0.01)) + limits(g.point("model", 0.01).fpr()));
    }

    private static String cut(String words) {
        return words.length() <= 44 ? words : words.substring(0, 41) + "...";
    }

    private static String rates(OperatingPoint point) {
        return format("%5s %6s", share(point.tpr()), percent(point.fpr()));
    }

    private static String limits(Rate rate) {
        return rate.of() == 0
                ? ""
                : format(
                        " [%.2f%%, %.2f%%]",
                        100 * rate.limits().lower(), 100 * rate.limits().upper());
    }

    private static String share(Rate rate) {
        return rate.of() == 0 ? "-" : format("%.3f", rate.share());
    }

    private static String percent(Rate rate) {
        return rate.of() == 0 ? "-" : format("%.2f%%", 100 * rate.share());
    }

    private static String attack(AttackCost c) {
        return format(
                "%-22s TPR@%.0f%% %.3f -> %.3f, loss %+.1f points (%+.1f to %+.1f)%s",
                c.attack(),
                100 * c.target(),
                c.clean().share(),
                c.attacked().share(),
                100 * c.loss(),
                100 * c.interval().lower(),
                100 * c.interval().upper(),
                Double.isNaN(c.limit()) || c.target() != 0.05
                        ? ""
                        : format(", limit %.0f: %s", 100 * c.limit(), c.isWithinLimit() ? "held" : "MISSED"));
    }

    private static String comparison(Comparison c) {
        return format(
                "%s, %s threshold: %d of %d against %d of %d flagged, difference %+.1f points (%+.1f to %+.1f)",
                c.name(),
                c.rule(),
                c.one().hits(),
                c.one().of(),
                c.other().hits(),
                c.other().of(),
                100 * c.difference(),
                100 * c.interval().lower(),
                100 * c.interval().upper());
    }

    private static String format(String words, Object... values) {
        return String.format(Locale.ROOT, words, values);
    }
}
