package io.scapa.detection.evaluation.report;

import io.scapa.detection.evaluation.AttackCost;
import io.scapa.detection.evaluation.Comparison;
import io.scapa.detection.evaluation.EvaluationSuite;
import io.scapa.detection.evaluation.GroupReport;
import io.scapa.detection.evaluation.OperatingPoint;
import io.scapa.detection.evaluation.Rate;
import java.util.List;
import java.util.Locale;

/** The tables of an evaluation, as HTML. */
final class Tables {
    private static final List<String> GROUP_HEAD = List.of(
            "",
            "human",
            "synthetic",
            "AUROC",
            "TPR, own 1%",
            "TPR, own 5%",
            "TPR, global 1%",
            "FPR",
            "TPR, global 5%",
            "FPR",
            "TPR, model",
            "FPR [95% limits]");

    private final EvaluationSuite suite;

    Tables(EvaluationSuite suite) {
        this.suite = suite;
    }

    String summary() {
        return "<p>"
                + format(
                        "%,d clean human and %,d synthetic texts. Own: the threshold that 1%% or 5%% of the group's own clean humans exceed"
                                + " (RAID's protocol). Global: one threshold for all, set on other texts. Model: the model's own threshold, by"
                                + " length. FPR: what the threshold really gives on the group's clean humans. *: under 50 human texts of its own,"
                                + " set against all.",
                        suite.all().human(), suite.all().llm())
                + "</p>\n<div class=\"wide\"><table>" + head(GROUP_HEAD) + row(suite.all()) + "</table></div>\n";
    }

    String groups() {
        StringBuilder out = new StringBuilder();
        String field = "";
        for (GroupReport group : suite.groups()) {
            if (!group.field().equals(field)) {
                out.append(field.isEmpty() ? "" : "</table></div>\n");
                field = group.field();
                out.append("<h2>By ")
                        .append(Chart.escaped(field.equals("left out") ? "what was left out" : field))
                        .append("</h2>\n<div class=\"wide\"><table>")
                        .append(head(GROUP_HEAD));
            }
            out.append(row(group));
        }
        return out.append(field.isEmpty() ? "" : "</table></div>\n").toString();
    }

    String attacks() {
        if (suite.attacks().isEmpty()) {
            return "";
        }
        StringBuilder out =
                new StringBuilder("<h2>Attacks</h2>\n<p>On the synthetic texts; humans stay clean, the threshold is"
                        + " the global one. Loss in points with the 95% limits of paired texts.</p>\n<table>");
        out.append(head(List.of("attack", "target", "texts", "TPR before", "TPR after", "loss", "limit")));
        for (AttackCost cost : suite.attacks()) {
            boolean judged = !Double.isNaN(cost.limit()) && cost.target() == 0.05;
            out.append(cells(List.of(
                    cost.attack(),
                    format("%.0f%%", 100 * cost.target()),
                    format("%,d", cost.clean().of()),
                    share(cost.clean()),
                    share(cost.attacked()),
                    format(
                            "%+.1f (%+.1f to %+.1f)",
                            100 * cost.loss(),
                            100 * cost.interval().lower(),
                            100 * cost.interval().upper()),
                    judged ? format("%.0f: %s", 100 * cost.limit(), cost.isWithinLimit() ? "held" : "missed") : "")));
        }
        return out.append("</table>\n").toString();
    }

    String comparisons() {
        if (suite.comparisons().isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder(
                "<h2>Groups of human writers</h2>\n<p>Flagged, and the difference in points with its 95% limits (Newcombe).</p>\n<table>");
        out.append(head(List.of("groups", "threshold", "first", "second", "difference")));
        for (Comparison c : suite.comparisons()) {
            out.append(cells(List.of(
                    c.name(),
                    c.rule(),
                    c.one().hits() + " of " + c.one().of(),
                    c.other().hits() + " of " + c.other().of(),
                    format(
                            "%+.1f (%+.1f to %+.1f)",
                            100 * c.difference(),
                            100 * c.interval().lower(),
                            100 * c.interval().upper()))));
        }
        return out.append("</table>\n").toString();
    }

    private static String row(GroupReport g) {
        OperatingPoint one = g.point("global", 0.01);
        OperatingPoint five = g.point("global", 0.05);
        OperatingPoint model = g.point("model", 0.01);
        return cells(List.of(
                g.value() + (g.pooled() ? " *" : ""),
                format("%,d", g.human()),
                format("%,d", g.llm()),
                g.auroc() == null ? "" : format("%.3f", g.auroc()),
                share(g.point("own", 0.01).tpr()),
                share(g.point("own", 0.05).tpr()),
                share(one.tpr()),
                percent(one.fpr()),
                share(five.tpr()),
                percent(five.fpr()),
                share(model.tpr()),
                percent(model.fpr()) + limits(model.fpr())));
    }

    private static String limits(Rate rate) {
        return rate.of() == 0
                ? ""
                : format(
                        " [%.1f%%, %.1f%%]",
                        100 * rate.limits().lower(), 100 * rate.limits().upper());
    }

    private static String share(Rate rate) {
        return rate.of() == 0 ? "" : format("%.3f", rate.share());
    }

    private static String percent(Rate rate) {
        return rate.of() == 0 ? "" : format("%.2f%%", 100 * rate.share());
    }

    private static String head(List<String> names) {
        return "<tr><th>" + String.join("</th><th>", names) + "</th></tr>\n";
    }

    private static String cells(List<String> values) {
        StringBuilder out = new StringBuilder("<tr>");
        values.forEach(v -> out.append(v.endsWith(": missed") ? "<td class=\"miss\">" : "<td>")
                .append(Chart.escaped(v))
                .append("</td>"));
        return out.append("</tr>\n").toString();
    }

    private static String format(String words, Object... values) {
        return String.format(Locale.ROOT, words, values);
    }
}
