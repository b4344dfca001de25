package io.scapa.simulation.report;

import io.scapa.simulation.Observable;
import io.scapa.simulation.chart.Numbers;
import io.scapa.simulation.chart.ScenarioWords;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.preset.Preset;
import io.scapa.simulation.theory.TheoryCurve;
import io.scapa.statistics.ClopperPearson;
import io.scapa.statistics.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report in words and small tables. */
final class ReportWords {
    private final StringBuilder out = new StringBuilder();

    private ReportWords() {}

    static String write(@Nullable Preset preset, List<SimulationResult> results, List<List<TheoryCurve>> theories) {
        ReportWords words = new ReportWords();
        if (preset != null) {
            words.line(preset.name() + ": " + preset.title());
            words.line("source     " + preset.source());
            words.line("published  " + preset.published());
            if (!preset.standsFor().isEmpty()) {
                words.line("stands for " + preset.standsFor());
            }
            words.line("measured   " + preset.reading().read(results));
        }
        for (int i = 0; i < results.size(); i++) {
            words.run(results.get(i), theories.get(i));
        }
        return words.out.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void run(SimulationResult result, List<TheoryCurve> theory) {
        line("");
        line(result.scenario().name() + " (" + ScenarioWords.of(result.scenario()) + ", "
                + Numbers.significant(result.chains(), 9) + " chains, seed "
                + result.scenario().seed() + ")");
        Observable observable = result.scenario().family().observables().get(0);
        TheoryCurve mean = theory.stream()
                .filter(c -> c.observable().equals(observable.name()) && c.statistic() == TheoryCurve.Statistic.MEAN)
                .findFirst()
                .orElse(null);
        line("  " + pad("generation", 11) + pad("median", 10) + pad("5%", 10) + pad("95%", 10) + pad("mean", 10)
                + (mean == null ? "" : pad("theory", 10) + pad("z", 6)) + "  of the " + observable.label());
        for (int generation : Milestones.of(result)) {
            row(result, observable.name(), generation, mean);
        }
        for (int c = 0; c < result.scenario().crossings().size(); c++) {
            crossing(result, c);
        }
    }

    private void row(SimulationResult result, String name, int generation, @Nullable TheoryCurve mean) {
        StringBuilder row = new StringBuilder("  ").append(pad(Integer.toString(generation), 11));
        for (double share : new double[] {0.5, 0.05, 0.95}) {
            row.append(pad(Numbers.significant(result.quantile(name, generation, share), 4), 10));
        }
        row.append(pad(Numbers.significant(result.moments(name, generation).mean(), 4), 10));
        if (mean != null) {
            TheoryCheck check = TheoryCheck.at(result, mean, result.row(generation));
            row.append(pad(Numbers.significant(check.theory(), 4), 10));
            double z = check.z();
            row.append(pad(Double.isNaN(z) ? "" : Numbers.significant(Math.rint(z * 100) / 100, 3), 6));
        }
        line(row.toString());
    }

    private void crossing(SimulationResult result, int c) {
        int first = result.scenario().family().firstGeneration();
        int last = first + result.scenario().generations() - 1;
        long hits = result.crossedBy(c, last);
        Limits limits = ClopperPearson.interval(hits, result.chains(), 0.95);
        double half = result.firstCrossingQuantile(c, 0.5);
        line("  P(" + result.scenario().crossings().get(c).label() + " by generation " + last + ") = "
                + Numbers.percent(hits / (double) result.chains(), 3) + " [" + Numbers.percent(limits.lower(), 3) + ", "
                + Numbers.percent(limits.upper(), 3) + "]"
                + (Double.isFinite(half) ? "; half of the chains by generation " + Numbers.significant(half, 5) : ""));
    }

    private static String pad(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
