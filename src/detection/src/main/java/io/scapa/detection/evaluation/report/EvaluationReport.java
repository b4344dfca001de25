package io.scapa.detection.evaluation.report;

import io.scapa.detection.evaluation.EvaluationSuite;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes an evaluation as {@code report.html}, which needs nothing else, and {@code report.json}, which has every number. */
public final class EvaluationReport {
    private EvaluationReport() {}

    /**
     * Writes both.
     *
     * @param folder made where it is missing
     * @return the page
     */
    public static Path write(EvaluationSuite suite, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path page = folder.resolve("report.html");
        Files.writeString(page, html(suite));
        Files.writeString(
                folder.resolve("report.json"),
                Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(suite.toMap()) + "\n");
        return page;
    }

    /** The page. */
    public static String html(EvaluationSuite suite) {
        Charts charts = new Charts(suite);
        Tables tables = new Tables(suite);
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
                <title>Detector evaluation</title>
                <style>
                :root{color-scheme:light dark}
                body{font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;max-width:1080px;margin:2rem auto;padding:0 1rem;color:#17202a;background:#fff}
                table{border-collapse:collapse;font-size:13px;margin:1rem 0}td,th{padding:3px 9px;text-align:right;border-bottom:1px solid #e6e9ed}
                td:first-child,th:first-child{text-align:left}.miss{color:#b0293a;font-weight:600}svg{max-width:100%;height:auto}
                .wide{overflow-x:auto}
                @media (prefers-color-scheme:dark){body{background:#12171e;color:#c9d1d9}td,th{border-color:#252d37}.miss{color:#f07f8c}}
                </style></head><body>
                """
                + "<h1>Detector evaluation</h1>\n<p>"
                + Chart.escaped(suite.title())
                + "</p>\n"
                + tables.summary()
                + charts.roc()
                + charts.histogram()
                + charts.reliability()
                + charts.lengths()
                + charts.falsePositives()
                + tables.attacks()
                + tables.comparisons()
                + tables.groups()
                + "</body></html>\n";
    }
}
