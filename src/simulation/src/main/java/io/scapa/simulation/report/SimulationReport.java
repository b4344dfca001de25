package io.scapa.simulation.report;

import io.scapa.simulation.Observable;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.chart.ComparisonChart;
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
    /** Observables that runs are compared by, the first ones of the family. */
    private static final int COMPARED = 4;

    private final @Nullable Preset preset;
    private final String title;
    private final String words;
    private final List<SimulationResult> results;
    private final List<List<TheoryCurve>> theories = new ArrayList<>();
    private final Map<String, String> charts = new LinkedHashMap<>();

    private SimulationReport(@Nullable Preset preset, String title, String words, List<SimulationResult> results) {
        this.preset = preset;
        this.title = title;
        this.words = words;
        this.results = List.copyOf(results);
        for (SimulationResult result : results) {
            Scenario scenario = result.scenario();
            theories.add(scenario.family().theory(scenario));
        }
        if (preset != null) {
            charts.putAll(preset.pictures().draw());
        }
        compare();
        for (int i = 0; i < results.size(); i++) {
            draw(results.get(i), theories.get(i));
        }
    }

    /** Runs of families that watch the same, side by side. */
    private void compare() {
        List<Observable> watched = results.get(0).scenario().family().observables();
        boolean alike = results.stream()
                .allMatch(result -> result.scenario().family().observables().equals(watched));
        if (alike && results.size() > 1 && results.size() <= ComparisonChart.MOST_RUNS) {
            watched.stream()
                    .filter(Observable::quantiles)
                    .limit(COMPARED)
                    .forEach(observable -> charts.put(
                            "comparison-" + fileName(observable.name()),
                            ComparisonChart.of(results, observable.name())));
        }
    }

    /** The report of one scenario. */
    public static SimulationReport of(SimulationResult result) {
        return new SimulationReport(null, result.scenario().name(), "", List.of(result));
    }

    /** The report of a preset's scenarios, in their order. */
    public static SimulationReport of(Preset preset, List<SimulationResult> results) {
        return new SimulationReport(preset, preset.title(), "", results);
    }

    /**
     * The report of runs that belong together.
     *
     * @param title of the page
     * @param words what they say together, in lines
     */
    public static SimulationReport of(String title, String words, List<SimulationResult> results) {
        return new SimulationReport(null, title, words, results);
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
        return ReportHtml.write(
                title, preset, results, theories, charts, words, ReportWords.write(preset, results, theories));
    }

    /** What was found, in words, for a terminal. */
    public String summary() {
        return words + ReportWords.write(preset, results, theories);
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
