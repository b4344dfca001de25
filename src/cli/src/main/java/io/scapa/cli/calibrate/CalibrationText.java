package io.scapa.cli.calibrate;

import io.scapa.detection.evaluation.Rate;
import io.scapa.detection.training.RecalibrationReport;
import io.scapa.detection.training.RecalibrationReport.Length;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A recalibration in words. */
record CalibrationText(RecalibrationReport report, Path bundle) {
    private static final int TOO_FEW = 400;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(format("%,d human texts%s", report.texts(), repeated()));
        report.leftOut().forEach((reason, count) -> lines.add(format("left out: %,d, %s", count, reason)));
        lines.add(
                format("%-13s %8s  %-28s %-28s %s", "words", "texts", "flagged before", "flagged after*", "threshold"));
        for (Length length : report.lengths()) {
            lines.add(format(
                    "%-13s %,8d  %-28s %-28s %.2f -> %.2f",
                    range(length),
                    length.before().of(),
                    share(length.before()),
                    share(length.after()),
                    length.oldThreshold(),
                    length.newThreshold()));
        }
        lines.add(format(
                "%-13s %,8d  %-28s %-28s", "all", report.texts(), share(report.before()), share(report.after())));
        lines.add(format(
                "* each fifth of the texts by thresholds set on the other four; 95%% limits; %s was asked for",
                percent(report.rate())));
        if (report.texts() < TOO_FEW) {
            lines.add("under " + TOO_FEW + " texts: one threshold for all lengths");
        }
        lines.add("release " + report.release());
        lines.add("model   " + bundle);
        return lines;
    }

    private String repeated() {
        return report.repeated() == 0 ? "" : format("; %,d that came again count once", report.repeated());
    }

    private static String range(Length length) {
        return length.toWords() == Integer.MAX_VALUE
                ? length.fromWords() + " or more"
                : length.fromWords() + " to " + (length.toWords() - 1);
    }

    private static String share(Rate flagged) {
        return format(
                "%s (%s to %s)",
                percent(flagged.share()),
                percent(flagged.limits().lower()),
                percent(flagged.limits().upper()));
    }

    private static String percent(double share) {
        return format("%.2f%%", 100 * share);
    }

    private static String format(String words, Object... values) {
        return String.format(Locale.ROOT, words, values);
    }
}
