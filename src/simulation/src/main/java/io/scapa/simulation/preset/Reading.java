package io.scapa.simulation.preset;

import io.scapa.simulation.Observable;
import io.scapa.simulation.chart.Numbers;
import io.scapa.simulation.engine.SimulationResult;
import java.util.List;

/** The reading of presets that need no words of their own: where the first observable stands at the end of each run. */
final class Reading {
    private Reading() {}

    static String ofLast(List<SimulationResult> results) {
        StringBuilder words = new StringBuilder();
        for (SimulationResult result : results) {
            Observable observable = result.scenario().family().observables().get(0);
            int last = result.generation(result.recorded().count() - 1);
            words.append(words.isEmpty() ? "" : "; ")
                    .append(result.scenario().name())
                    .append(": ")
                    .append(observable.label())
                    .append(' ')
                    .append(number(result, observable.name(), last, 0.5))
                    .append(" at generation ")
                    .append(last)
                    .append(" (5-95% ")
                    .append(number(result, observable.name(), last, 0.05))
                    .append(" to ")
                    .append(number(result, observable.name(), last, 0.95))
                    .append(')');
        }
        return words.toString();
    }

    /** For presets on a corpus: how perplexity and the rare words fared, first to last, by the median chain. */
    static String ofText(List<SimulationResult> results) {
        StringBuilder words = new StringBuilder();
        for (SimulationResult result : results) {
            int first = result.generation(0);
            int last = result.generation(result.recorded().count() - 1);
            double from = result.quantile("perplexity", first, 0.5);
            double to = result.quantile("perplexity", last, 0.5);
            words.append(words.isEmpty() ? "" : "; ")
                    .append(result.scenario().name())
                    .append(": perplexity on held-out real text ")
                    .append(Numbers.significant(from, 4))
                    .append(" at generation ")
                    .append(first)
                    .append(", ")
                    .append(Numbers.significant(to, 4))
                    .append(" at generation ")
                    .append(last)
                    .append(" (")
                    .append(Numbers.significant(to / from, 3))
                    .append(" times; 5-95% ")
                    .append(number(result, "perplexity", last, 0.05))
                    .append(" to ")
                    .append(number(result, "perplexity", last, 0.95))
                    .append("), rare words alive ")
                    .append(number(result, "tail_survival", last, 0.5));
        }
        return words.toString();
    }

    private static String number(SimulationResult result, String name, int generation, double share) {
        return Numbers.significant(result.quantile(name, generation, share), 3);
    }

    /** A preset without pictures and words of its own. */
    static Preset preset(
            String name,
            String title,
            String source,
            String published,
            String standsFor,
            io.scapa.simulation.Scenario... scenarios) {
        return new Preset(
                name, title, source, published, standsFor, List.of(scenarios), Preset.Pictures.NONE, Reading::ofLast);
    }
}
