package io.scapa.simulation.mixture;

import io.scapa.provenance.Mixture;
import io.scapa.simulation.chart.Numbers;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.statistics.ClopperPearson;
import io.scapa.statistics.Limits;
import java.util.ArrayList;
import java.util.List;

/** A collapse report in plain words. */
final class CollapseReading {
    private CollapseReading() {}

    static List<String> of(Mixture mixture, List<SimulationResult> results, int generations) {
        List<String> lines = new ArrayList<>();
        for (SimulationResult result : results) {
            long hits = result.crossedBy(0, generations);
            Limits limits = ClopperPearson.interval(hits, result.chains(), 0.95);
            lines.add(result.scenario().name() + ": " + Numbers.percent(hits / (double) result.chains(), 3)
                    + " of chains collapse ("
                    + result.scenario().crossings().get(0).label() + ") by generation "
                    + generations + ", 95% interval " + Numbers.percent(limits.lower(), 3) + " to "
                    + Numbers.percent(limits.upper(), 3));
        }
        lines.add(anchor(mixture));
        return List.copyOf(lines);
    }

    private static String anchor(Mixture mixture) {
        double real = 100 * mixture.realShare();
        if (real == 0) {
            return "no real text anchors this mixture: in a toy of any size the variance goes to 0 in the end";
        }
        String rows = Numbers.significant(real, 3) + " of every 100 rows are real";
        String rule =
                "a Gaussian toy still has half of its variance at generation 50, with 95% chance, from about 5 to 8 real"
                        + " rows per generation, and never dips below on the way from about 13 to 22; what counts is the number of"
                        + " real rows, not their share";
        return rows + ": " + rule;
    }

    static List<String> limits() {
        return List.of(
                "toy chains measure what the mixture does to a known, simple learner; they do not forecast a language model",
                "gamma is redrawn from the truth; a finite pool of originals adds an error of its own that never goes away",
                "rows are taken as independent and provenance as certain; undetected model output counts as real here");
    }
}
