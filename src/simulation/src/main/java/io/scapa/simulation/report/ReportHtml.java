package io.scapa.simulation.report;

import io.scapa.simulation.chart.Numbers;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.preset.Preset;
import io.scapa.simulation.theory.TheoryCurve;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report as one HTML page that needs nothing else: words, charts, theory beside simulation. */
final class ReportHtml {
    private static final String HEAD = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <title>%s</title><style>
            body{font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;max-width:820px;margin:2.5rem auto;padding:0 1rem;color:#17202a;background:#fff}
            h1{font-size:1.6rem;margin-bottom:.3rem}h2{margin-top:2.4rem;font-size:1.2rem}dl{display:grid;grid-template-columns:8rem 1fr;gap:.4rem 1rem}
            dt{color:#5a6572}dd{margin:0}pre{overflow-x:auto;font-size:13px;line-height:1.4;background:#f4f6f8;padding:1rem;border-radius:6px}
            table{border-collapse:collapse;font-size:14px;width:100%%}td,th{padding:.25rem .6rem;border-bottom:1px solid #e6e9ed;text-align:right}
            td:first-child,th:first-child{text-align:left}svg{max-width:100%%;height:auto;display:block;margin:1.2rem 0;border:1px solid #e6e9ed;border-radius:6px}
            @media (prefers-color-scheme:dark){body{background:#0d1117;color:#e6edf3}pre{background:#161b22}td,th{border-color:#252d37}svg{border-color:#252d37}dt{color:#9aa7b4}}
            </style></head><body>
            """;

    private final StringBuilder out = new StringBuilder();

    private ReportHtml() {}

    static String write(
            String title,
            @Nullable Preset preset,
            List<SimulationResult> results,
            List<List<TheoryCurve>> theories,
            Map<String, String> charts,
            String words,
            String summary) {
        ReportHtml html = new ReportHtml();
        html.out
                .append(HEAD.formatted(escape(title)))
                .append("<h1>")
                .append(escape(title))
                .append("</h1>\n");
        if (preset != null) {
            html.facts(preset, results);
        }
        if (!words.isEmpty()) {
            html.out.append("<pre>").append(escape(words)).append("</pre>\n");
        }
        html.out.append("<h2>Charts</h2>\n");
        charts.values().forEach(html.out::append);
        html.out.append("<h2>Theory beside simulation</h2>\n");
        for (int i = 0; i < results.size(); i++) {
            html.theory(results.get(i), theories.get(i));
        }
        html.out.append("<h2>Figures</h2>\n<pre>").append(escape(summary)).append("</pre>\n</body></html>\n");
        return html.out.toString();
    }

    private void facts(Preset preset, List<SimulationResult> results) {
        out.append("<dl>");
        fact("source", preset.source());
        fact("published", preset.published());
        if (!preset.standsFor().isEmpty()) {
            fact("stands for", preset.standsFor());
        }
        fact("measured", preset.reading().read(results));
        out.append("</dl>\n");
    }

    private void fact(String name, String words) {
        out.append("<dt>")
                .append(name)
                .append("</dt><dd>")
                .append(escape(words))
                .append("</dd>");
    }

    private void theory(SimulationResult result, List<TheoryCurve> curves) {
        out.append("<h3>").append(escape(result.scenario().name())).append("</h3>\n");
        if (curves.isEmpty()) {
            out.append("<p>No closed form is known for this scenario.</p>\n");
            return;
        }
        out.append(
                "<table><tr><th>observable</th><th>statistic</th><th>generation</th><th>theory</th><th>simulated</th><th>z</th>"
                        + "<th>formula</th></tr>\n");
        int last = result.recorded().count() - 1;
        for (TheoryCurve curve : curves) {
            TheoryCheck check = TheoryCheck.at(result, curve, last);
            cell("<tr><td>", curve.observable());
            cell("<td>", curve.statistic().name().toLowerCase(java.util.Locale.ROOT));
            cell("<td>", Integer.toString(check.generation()));
            cell("<td>", Numbers.significant(check.theory(), 4));
            cell("<td>", Numbers.significant(check.measured(), 4));
            cell("<td>", Double.isNaN(check.z()) ? "" : Numbers.significant(check.z(), 2));
            cell("<td>", curve.formula() + (curve.exact() ? "" : " (approximation)"));
            out.append("</tr>\n");
        }
        out.append("</table>\n");
    }

    private void cell(String open, String words) {
        out.append(open).append(escape(words)).append("</td>");
    }

    static String escape(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
