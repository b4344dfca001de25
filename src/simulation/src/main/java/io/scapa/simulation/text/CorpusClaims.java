package io.scapa.simulation.text;

import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioRunner;
import io.scapa.simulation.chart.Numbers;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.text.NgramFamily.Learner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What chains of n-gram models are expected to show on any English corpus of 200,000 tokens or more, checked on one: medians
 * over the seeds at the last generation.
 *
 * @param corpus the text
 * @param runs by name, in the order of the table
 * @param findings one per expectation
 */
public record CorpusClaims(TextCorpus corpus, Map<String, SimulationResult> runs, List<Finding> findings) {
    /** A corpus smaller than this is not expected to show them. */
    public static final int LEAST_TOKENS = 200_000;

    private static final String REPLACE = "counts, replace";
    private static final String GAMMA = "counts, gamma .1";
    private static final String ETA = "counts, eta .1";
    private static final String ACCUMULATE = "counts, accumulate";
    private static final String COLD = "counts, replace, T .8";
    private static final String SMOOTHED = "Kneser-Ney, replace";

    /**
     * One expectation.
     *
     * @param statement what is expected
     * @param measured the figures that it rests on
     * @param holds whether they bear it out
     */
    public record Finding(String statement, String measured, boolean holds) {}

    /** Runs the six chains. */
    public static CorpusClaims check(
            TextCorpus corpus, int tokens, int generations, int seeds, long seed, ScenarioRunner runner) {
        Map<String, SimulationResult> runs = new LinkedHashMap<>();
        NgramFamily counts = new NgramFamily(corpus, Learner.COUNTS, Decoding.PLAIN);
        for (Scenario scenario : CorpusStudy.usual(counts, tokens, generations, seeds, seed)) {
            runs.put("counts, " + scenario.name(), runner.run(scenario));
        }
        NgramFamily cold = new NgramFamily(corpus, Learner.COUNTS, Decoding.temperature(0.8));
        runs.put(COLD, runner.run(replace(COLD, cold, tokens, generations, seeds, seed)));
        NgramFamily smoothed = new NgramFamily(corpus, Learner.KNESER_NEY, Decoding.PLAIN);
        runs.put(SMOOTHED, runner.run(replace(SMOOTHED, smoothed, tokens, generations, seeds, seed)));
        return new CorpusClaims(corpus, java.util.Collections.unmodifiableMap(runs), findings(runs, generations));
    }

    private static Scenario replace(
            String name, NgramFamily family, int tokens, int generations, int seeds, long seed) {
        return Scenario.replace(name, family, tokens, generations + 1, seeds, seed);
    }

    private static List<Finding> findings(Map<String, SimulationResult> runs, int last) {
        List<Finding> findings = new ArrayList<>();
        double replaced = at(runs, REPLACE, "perplexity", last);
        double reused = at(runs, GAMMA, "perplexity", last);
        double fresh = at(runs, ETA, "perplexity", last);
        findings.add(new Finding(
                "perplexity: replace > gamma .1 > eta .1",
                number(replaced) + " > " + number(reused) + " > " + number(fresh),
                replaced > reused && reused > fresh));
        double kept = at(runs, GAMMA, "tail_survival", last);
        double renewed = at(runs, ETA, "tail_survival", last);
        findings.add(new Finding(
                "tail survival: gamma .1 > eta .1", number(kept) + " > " + number(renewed), kept > renewed));
        double cold = at(runs, COLD, "entropy", last);
        double warm = at(runs, REPLACE, "entropy", last);
        findings.add(new Finding(
                "entropy at temperature .8 below half of that at 1",
                number(cold) + " against " + number(warm) + " bits",
                cold < warm / 2));
        double pairs = at(runs, SMOOTHED, "distinct_2", last) / at(runs, SMOOTHED, "distinct_2", 0);
        findings.add(new Finding(
                "Kneser-Ney, replace: distinct-2 stays within 10% of generation 0",
                "ratio " + number(pairs), Math.abs(pairs - 1) <= 0.1));
        double worse = at(runs, SMOOTHED, "perplexity", last) / at(runs, SMOOTHED, "perplexity", 0);
        findings.add(
                new Finding("Kneser-Ney, replace: perplexity more than triples", "ratio " + number(worse), worse > 3));
        double alive = at(runs, ACCUMULATE, "vocabulary", last);
        double start = at(runs, ACCUMULATE, "perplexity", 0);
        double end = at(runs, ACCUMULATE, "perplexity", last);
        double types = alive / at(runs, ACCUMULATE, "vocabulary", 0);
        findings.add(new Finding(
                "accumulate keeps every type while perplexity rises",
                "types " + number(types) + " of generation 0's, perplexity " + number(start) + " to " + number(end),
                types >= 1 && end > start));
        return List.copyOf(findings);
    }

    private static double at(Map<String, SimulationResult> runs, String run, String observable, int generation) {
        return runs.get(run).quantile(observable, generation, 0.5);
    }

    private static String number(double value) {
        return Numbers.significant(value, 4);
    }

    /** Whether all expectations are borne out. */
    public boolean allHold() {
        return findings.stream().allMatch(Finding::holds);
    }

    /** The chains' medians as a Markdown table: generations 0, 1, the middle one, the last. */
    public String table() {
        StringBuilder out = new StringBuilder();
        out.append("| chain | perplexity | rare tenth | tail survival | entropy | distinct-2 | copied |\n");
        out.append("| --- | --- | --- | --- | --- | --- | --- |\n");
        String[] names = {"perplexity", "rare_perplexity", "tail_survival", "entropy", "distinct_2", "copied"};
        runs.forEach((name, run) -> {
            int last = run.scenario().generations() - 1;
            out.append("| ").append(name).append(" |");
            for (String observable : names) {
                out.append(' ');
                for (int g : new int[] {0, 1, last / 2, last}) {
                    out.append(g == 0 ? "" : ", ").append(Numbers.significant(run.quantile(observable, g, 0.5), 3));
                }
                out.append(" |");
            }
            out.append('\n');
        });
        return out.toString();
    }

    /** The findings in words. */
    public String summary() {
        StringBuilder out = new StringBuilder();
        out.append(
                "%s: %,d training, %,d fresh, %,d held-out tokens (%.1f%% of them words that are not in the training part, left out of perplexity), %d seeds%n"
                        .formatted(
                                corpus.name(),
                                corpus.train().size(),
                                corpus.fresh().size(),
                                corpus.test().size(),
                                100 * corpus.unscored(),
                                runs.get(REPLACE).chains()));
        for (Finding finding : findings) {
            out.append(finding.holds() ? "HOLDS  " : "FAILS  ")
                    .append(finding.statement())
                    .append(": ")
                    .append(finding.measured())
                    .append('\n');
        }
        return out.toString();
    }
}
