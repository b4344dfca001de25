package io.scapa.simulation.text;

import io.scapa.provenance.Mixture;
import io.scapa.simulation.BetaMeaning;
import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioRunner;
import io.scapa.simulation.Treatment;
import io.scapa.simulation.engine.SimulationResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Chains over the user's own corpus: what a mixture does to its rare words under a known learner, relative to a chain that
 * sees only real text of the same size.
 *
 * @param corpus the text
 * @param realOnly the chain that every other is held against
 * @param runs the mixtures
 * @param onsets when each run's early and late collapse sets in
 */
public record CorpusStudy(
        TextCorpus corpus, SimulationResult realOnly, List<SimulationResult> runs, List<Onset> onsets) {
    /** Fewer seeds than this give no band. */
    public static final int LEAST_SEEDS = 5;

    /**
     * Generations of onset by the median chain; -1 where it does not set in.
     *
     * @param name of the run
     * @param early rare words or rare perplexity worse than the real-only band while perplexity is within 5% and entropy within 2%
     * @param late entropy down by a fifth, distinct pairs at half, or perplexity doubled
     * @param tail first generation at which tail survival leaves the real-only band
     */
    public record Onset(String name, int early, int late, int tail) {}

    /** The usual mixtures: replace, a tenth of the original, a tenth fresh, accumulate. */
    public static List<Scenario> usual(NgramFamily family, int tokens, int generations, int seeds, long seed) {
        return List.of(
                scenario("replace", family, Regime.REPLACE, 1, 0, 0, tokens, generations, seeds, seed),
                scenario("gamma .1", family, Regime.MIXTURE, 0.9, 0.1, 0, tokens, generations, seeds, seed),
                scenario("eta .1", family, Regime.MIXTURE, 0.9, 0, 0.1, tokens, generations, seeds, seed),
                scenario("accumulate", family, Regime.ACCUMULATE, 1, 0, 0, tokens, generations, seeds, seed));
    }

    /** A mixture of the user's own; the previous generation's data are its stored sentences. */
    public static Scenario mixed(
            String name, NgramFamily family, Mixture mixture, int tokens, int generations, int seeds, long seed) {
        Scenario scenario = new Scenario(
                name,
                family,
                Regime.MIXTURE,
                new MixtureSchedule.Constant(mixture),
                Treatment.NONE.meaning(BetaMeaning.STORED_ROWS),
                tokens,
                generations + 1,
                seeds,
                seed,
                List.of());
        family.check(scenario);
        return scenario;
    }

    private static Scenario scenario(
            String name,
            NgramFamily family,
            Regime regime,
            double alpha,
            double gamma,
            double eta,
            int tokens,
            int generations,
            int seeds,
            long seed) {
        MixtureSchedule mixture = MixtureSchedule.constant(alpha, 0, gamma, eta);
        return Scenario.of(name, family, regime, mixture, tokens, generations + 1, seeds, seed);
    }

    /**
     * Runs scenarios over a corpus beside a real-only chain.
     *
     * @param scenarios of one n-gram family
     */
    public static CorpusStudy of(TextCorpus corpus, List<Scenario> scenarios, ScenarioRunner runner) {
        Scenario first = scenarios.get(0);
        MixtureSchedule real = MixtureSchedule.constant(0, 0, 1, 0);
        Scenario realOnly = Scenario.of(
                "real only",
                first.family(),
                Regime.MIXTURE,
                real,
                first.samples(),
                first.generations(),
                first.chains(),
                first.seed());
        SimulationResult baseline = runner.run(realOnly);
        List<SimulationResult> runs = new ArrayList<>();
        List<Onset> onsets = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            SimulationResult run = runner.run(scenario);
            runs.add(run);
            onsets.add(onset(run, baseline));
        }
        return new CorpusStudy(corpus, baseline, List.copyOf(runs), List.copyOf(onsets));
    }

    private static Onset onset(SimulationResult run, SimulationResult real) {
        int early = -1;
        int late = -1;
        int tail = -1;
        for (int g = 1; g < run.scenario().generations(); g++) {
            double perplexity = median(run, "perplexity", g) / median(real, "perplexity", g);
            double entropy = median(run, "entropy", g) / median(real, "entropy", g);
            boolean tailGone = median(run, "tail_survival", g) < real.quantile("tail_survival", g, 0.05) - 1e-9;
            boolean rareWorse = median(run, "rare_perplexity", g) > real.quantile("rare_perplexity", g, 0.95);
            if (tail < 0 && tailGone) {
                tail = g;
            }
            if (early < 0 && (tailGone || rareWorse) && perplexity <= 1.05 && Math.abs(entropy - 1) <= 0.02) {
                early = g;
            }
            boolean poor = median(run, "distinct_2", g) <= 0.5 * median(real, "distinct_2", g);
            if (late < 0 && (entropy <= 0.8 || poor || perplexity >= 2)) {
                late = g;
            }
        }
        return new Onset(run.scenario().name(), early, late, tail);
    }

    private static double median(SimulationResult run, String observable, int generation) {
        return run.quantile(observable, generation, 0.5);
    }

    /** What such chains can and cannot tell. */
    public static List<String> limits() {
        return List.of(
                "an n-gram chain does not forecast a large model: it measures what the mixture does to this corpus's rare"
                        + " material under a known learner, relative to real text of the same size",
                "Kneser-Ney writes varied text whose perplexity is worst, so no single figure decides: read perplexity and tail"
                        + " survival together",
                "tail survival counts words of the original training text; fresh text brings other rare words, which it does not count");
    }

    /** The study in words. */
    public String summary() {
        StringBuilder out = new StringBuilder();
        out.append(corpus.name())
                .append(": ")
                .append(corpus.train().size())
                .append(" training, ")
                .append(corpus.fresh().size())
                .append(" fresh, ")
                .append(corpus.test().size())
                .append(" held-out tokens, ")
                .append(corpus.learnable() - 1)
                .append(" words, ")
                .append(realOnly.chains())
                .append(" seeds\n");
        out.append(pad("chain", 14))
                .append(pad("perplexity", 12))
                .append(pad("rare ppl", 12))
                .append(pad("tail alive", 12))
                .append(pad("entropy", 9))
                .append(pad("distinct-2", 12))
                .append(pad("copied", 9))
                .append(pad("early", 7))
                .append(pad("late", 6))
                .append("   (medians at the last generation; onsets by generation)\n");
        row(out, realOnly, new Onset("real only", -1, -1, -1));
        for (int i = 0; i < runs.size(); i++) {
            row(out, runs.get(i), onsets.get(i));
        }
        limits().forEach(limit -> out.append("- ").append(limit).append('\n'));
        return out.toString();
    }

    private static void row(StringBuilder out, SimulationResult run, Onset onset) {
        int last = run.scenario().generations() - 1;
        out.append(pad(run.scenario().name(), 14));
        String[] names = {"perplexity", "rare_perplexity", "tail_survival", "entropy", "distinct_2", "copied"};
        int[] widths = {12, 12, 12, 9, 12, 9};
        for (int i = 0; i < names.length; i++) {
            out.append(pad(io.scapa.simulation.chart.Numbers.significant(median(run, names[i], last), 4), widths[i]));
        }
        out.append(pad(onset.early() < 0 ? "-" : Integer.toString(onset.early()), 7));
        out.append(pad(onset.late() < 0 ? "-" : Integer.toString(onset.late()), 6))
                .append('\n');
    }

    private static String pad(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
