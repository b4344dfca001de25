package io.scapa.simulation.report;

import io.scapa.simulation.Observable;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.chart.CrossingChart;
import io.scapa.simulation.chart.FanChart;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.preset.Preset;
import io.scapa.simulation.theory.TheoryCurve;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one or more scenarios found: every number as JSON and CSV, charts as SVG, a summary in words. A function of the
 * scenarios alone: no times, no host.
 */
public final class SimulationReport {
    private final @Nullable Preset preset;
    private final List<SimulationResult> results;
    private final List<List<TheoryCurve>> theories = new ArrayList<>();
    private final Map<String, String> charts = new LinkedHashMap<>();

    private SimulationReport(@Nullable Preset preset, List<SimulationResult> results) {
        this.preset = preset;
        this.results = List.copyOf(results);
        for (SimulationResult result : results) {
            Scenario scenario = result.scenario();
            theories.add(scenario.family().theory(scenario));
        }
        if (preset != null) {
            charts.putAll(preset.pictures().draw());
        }
        for (int i = 0; i < results.size(); i++) {
            draw(results.get(i), theories.get(i));
        }
    }

    /** The report of one scenario. */
    public static SimulationReport of(SimulationResult result) {
        return new SimulationReport(null, List.of(result));
    }

    /** The report of a preset's scenarios, in their order. */
    public static SimulationReport of(Preset preset, List<SimulationResult> results) {
        return new SimulationReport(preset, results);
    }

    private void draw(SimulationResult result, List<TheoryCurve> curves) {
        String prefix = results.size() == 1 ? "" : fileName(result.scenario().name()) + "-";
        for (Observable observable : result.scenario().family().observables()) {
            if (observable.quantiles()) {
                String name = fileName(observable.name());
                charts.put(prefix + name, FanChart.of(result, observable.name(), curves));
            }
        }
        if (!result.scenario().crossings().isEmpty()) {
            charts.put(prefix + "collapse", CrossingChart.of(result));
        }
    }

    private static String fileName(String words) {
        StringBuilder name = new StringBuilder();
        for (char c : words.toLowerCase(java.util.Locale.ROOT).toCharArray()) {
            boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.';
            if (plain) {
                name.append(c);
            } else if (!name.isEmpty() && name.charAt(name.length() - 1) != '-') {
                name.append('-');
            }
        }
        return name.toString();
    }

    /** The runs. */
    public List<SimulationResult> results() {
        return results;
    }

    /** The closed forms of a run. */
    public List<TheoryCurve> theory(int run) {
        return theories.get(run);
    }

    /** Charts by name, without suffix, in the order in which a person would look at them. */
    public Map<String, String> charts() {
        return java.util.Collections.unmodifiableMap(charts);
    }

    /** Every number as one JSON object. */
    public String toJson() {
        return ReportJson.write(preset, results, theories, charts.keySet());
    }

    /** Every number as CSV: scenario, generation, observable, statistic, value. */
    public String toCsv() {
        return ReportCsv.write(results, theories);
    }

    /** One page that needs nothing else: words, charts, theory beside simulation. */
    public String toHtml() {
        return ReportHtml.write(preset, results, theories, charts, summary());
    }

    /** What was found, in words, for a terminal. */
    public String summary() {
        return ReportWords.write(preset, results, theories);
    }

    /**
     * Writes report.json, report.html, numbers.csv, summary.txt and charts/NAME.svg.
     *
     * @throws IOException where the folder cannot be written
     */
    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("charts"));
        Files.writeString(folder.resolve("report.json"), toJson());
        Files.writeString(folder.resolve("numbers.csv"), toCsv());
        Files.writeString(folder.resolve("summary.txt"), summary());
        Files.writeString(folder.resolve("report.html"), toHtml());
        for (Map.Entry<String, String> chart : charts.entrySet()) {
            Files.writeString(folder.resolve("charts").resolve(chart.getKey() + ".svg"), chart.getValue());
        }
    }
}
