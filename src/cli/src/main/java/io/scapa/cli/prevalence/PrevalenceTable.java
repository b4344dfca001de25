package io.scapa.cli.prevalence;

import io.scapa.detection.prevalence.Dimension;
import io.scapa.detection.prevalence.GroupPrevalence;
import io.scapa.detection.prevalence.PrevalenceReport;
import io.scapa.detection.prevalence.Weighting;
import io.scapa.statistics.prevalence.PrevalenceEstimate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A prevalence report for a reader: one row a group, the whole below, what it rests on at the end. */
final class PrevalenceTable {
    private final PrevalenceReport report;
    private final double confidence;

    PrevalenceTable(PrevalenceReport report, double confidence) {
        this.report = report;
        this.confidence = confidence;
    }

    /** The lines, aligned. */
    List<String> lines() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(header());
        report.groups().forEach(group -> rows.add(row(group, key(group))));
        report.whole().ifPresent(whole -> rows.add(row(whole, all())));
        List<String> lines = aligned(rows);
        lines.add("");
        lines.addAll(notes());
        return lines;
    }

    private List<String> header() {
        List<String> header = new ArrayList<>();
        report.by().forEach(dimension -> header.add(dimension.word()));
        if (report.by().isEmpty()) {
            header.add("");
        }
        header.addAll(
                List.of("documents", "synthetic", percent(confidence) + " interval", "at most", "audited", "method"));
        return header;
    }

    private static List<String> key(GroupPrevalence group) {
        return List.copyOf(group.key().values());
    }

    private List<String> all() {
        List<String> key = new ArrayList<>();
        key.add("all");
        for (Dimension dimension :
                report.by().subList(Math.min(1, report.by().size()), report.by().size())) {
            key.add("");
        }
        return key;
    }

    private static List<String> row(GroupPrevalence group, List<String> key) {
        PrevalenceEstimate estimate = group.estimate();
        List<String> row = new ArrayList<>(key);
        row.add(String.format(Locale.ROOT, "%,d", group.documents()));
        row.add(percent(estimate.estimate()));
        row.add(percent(estimate.interval().lower()) + " to "
                + percent(estimate.interval().upper()));
        row.add(percent(estimate.upper()));
        row.add(String.format(Locale.ROOT, "%,d", estimate.audited()));
        row.add(estimate.method().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        return row;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(
                report.weighting() == Weighting.TOKENS
                        ? "Shares of tokens; " + report.uncounted() + " documents without tokens are left out."
                        : "Shares of documents.");
        notes.add("Each limit holds with " + percent(confidence) + " confidence on its own, not all of them together.");
        report.whole().ifPresent(whole -> {
            Set<String> assumptions = new LinkedHashSet<>(whole.estimate().assumptions());
            assumptions.forEach(assumption -> notes.add("Basis: " + assumption + "."));
            if (whole.estimate().audited() > 0) {
                notes.add(String.format(
                        Locale.ROOT,
                        "One more audited document is expected to lower the limit of all by %.3f points.",
                        100 * whole.estimate().gainOfOneMore()));
            }
        });
        return notes;
    }

    private static String percent(double share) {
        double points = 100 * share;
        return String.format(Locale.ROOT, points == Math.rint(points) ? "%.0f%%" : "%.1f%%", points);
    }

    private static List<String> aligned(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                line.append(row.get(c)).repeat(" ", widths[c] - row.get(c).length() + 2);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
