package io.scapa.simulation.mixture;

import io.scapa.provenance.Mixture;
import io.scapa.simulation.Crossing;
import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.ScenarioException;
import io.scapa.simulation.Simulation;
import io.scapa.simulation.chart.CrossingChart;
import io.scapa.simulation.chart.FanChart;
import io.scapa.simulation.chart.Numbers;
import io.scapa.simulation.chart.ScenarioWords;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.family.Estimator;
import io.scapa.simulation.family.categorical.CategoricalFamily;
import io.scapa.simulation.family.categorical.SymbolLaw;
import io.scapa.simulation.family.gaussian.GaussianFamily;
import io.scapa.simulation.family.gaussian.GaussianFamily.Sampling;
import io.scapa.simulation.report.TheoryCheck;
import io.scapa.simulation.theory.TheoryCurve;
import io.scapa.statistics.ClopperPearson;
import io.scapa.statistics.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The collapse report of an exported mixture: the probability that toy models trained on it generation after generation
 * collapse, with exact intervals, closed forms beside them, and what such a toy can and cannot tell. A function of the
 * mixture, the sizes and the seed alone. Gamma is redrawn from the truth here; a finite pool adds its own constant error.
 *
 * @param mixture shares of the pools
 * @param documents documents per generation
 * @param tokens tokens per generation
 * @param generations how far it looks
 * @param seed of the chains
 * @param risks by family, size, event and generation
 * @param theory closed forms beside the chains
 * @param reading what it says, in plain words
 * @param limits what it cannot say
 * @param charts SVG by name
 */
public record MixtureCollapse(
        Mixture mixture,
        long documents,
        long tokens,
        int generations,
        long seed,
        List<CollapseRisk> risks,
        List<TheoryBeside> theory,
        List<String> reading,
        List<String> limits,
        Map<String, String> charts) {
    private static final int CHAINS = 2000;
    private static final int SYMBOL_CHAINS = 300;
    private static final int STRESS_ROWS = 100;
    private static final int MOST_ROWS = 10_000;
    private static final int SYMBOLS = 200;
    private static final int SYMBOL_ROWS = 600;

    /**
     * Simulates a mixture.
     *
     * @param documents documents per generation, at least 1: the toy's rows, held between 10 and 10,000
     * @param generations how far to look, 1 to 200
     */
    public static MixtureCollapse of(Mixture mixture, long documents, long tokens, int generations, long seed) {
        if (documents < 1 || tokens < 0 || generations < 1 || generations > 200) {
            throw new ScenarioException(
                    "collapse",
                    "expected at least 1 document, 0 or more tokens and 1 to 200 generations, got " + documents + ", "
                            + tokens + ", " + generations);
        }
        int rows = (int) Math.max(10, Math.min(MOST_ROWS, documents));
        List<SimulationResult> results = new ArrayList<>();
        results.add(gaussian("Gaussian, M = 100", mixture, STRESS_ROWS, generations, seed));
        if (rows != STRESS_ROWS) {
            results.add(
                    gaussian("Gaussian, M = " + Numbers.significant(rows, 6), mixture, rows, generations, seed + 1));
        }
        results.add(symbols(mixture, generations, seed + 2));
        return report(mixture, documents, tokens, generations, seed, results);
    }

    private static SimulationResult gaussian(String name, Mixture mixture, int rows, int generations, long seed) {
        GaussianFamily family = new GaussianFamily(Estimator.UNBIASED, Sampling.SUFFICIENT);
        return run(
                name,
                family,
                mixture,
                rows,
                generations,
                CHAINS,
                seed,
                List.of(Crossing.below("variance", 0.5), Crossing.below("variance", 0.1), Crossing.above("mean", 1)));
    }

    /** Zipf symbols; collapse is that the rarer half has lost half of what a real sample of the size holds. */
    private static SimulationResult symbols(Mixture mixture, int generations, long seed) {
        SymbolLaw law = SymbolLaw.zipf(SYMBOLS);
        double[] p = law.probabilities();
        double alive = 0;
        for (int k = SYMBOLS / 2; k < SYMBOLS; k++) {
            alive += 1 - Math.pow(1 - p[k], SYMBOL_ROWS);
        }
        double half = Math.rint(1000 * alive / (SYMBOLS - SYMBOLS / 2) / 2) / 1000;
        String name = "Zipf symbols, K = " + SYMBOLS + ", M = " + SYMBOL_ROWS;
        return run(
                name,
                new CategoricalFamily(law),
                mixture,
                SYMBOL_ROWS,
                generations + 1,
                SYMBOL_CHAINS,
                seed,
                List.of(Crossing.below("tail_survival", half)));
    }

    private static SimulationResult run(
            String name,
            io.scapa.simulation.Family family,
            Mixture mixture,
            int rows,
            int generations,
            int chains,
            long seed,
            List<Crossing> crossings) {
        MixtureSchedule schedule = new MixtureSchedule.Constant(mixture);
        Scenario scenario = Scenario.of(name, family, Regime.MIXTURE, schedule, rows, generations, chains, seed);
        return Simulation.run(scenario.watching(crossings));
    }

    private static MixtureCollapse report(
            Mixture mixture, long documents, long tokens, int generations, long seed, List<SimulationResult> results) {
        List<CollapseRisk> risks = new ArrayList<>();
        List<TheoryBeside> theory = new ArrayList<>();
        Map<String, String> charts = new LinkedHashMap<>();
        String[] names = results.size() == 3
                ? new String[] {"gaussian-stress", "gaussian-dataset", "symbols"}
                : new String[] {"gaussian-stress", "symbols"};
        for (int i = 0; i < results.size(); i++) {
            SimulationResult result = results.get(i);
            risks(result, generations, risks);
            List<TheoryCurve> curves = result.scenario().family().theory(result.scenario());
            beside(result, curves, generations, theory);
            String observable = i == results.size() - 1 ? "tail_survival" : "variance";
            charts.put(names[i], FanChart.of(result, observable, curves));
            charts.put(names[i] + "-collapse", CrossingChart.of(result));
        }
        return new MixtureCollapse(
                mixture,
                documents,
                tokens,
                generations,
                seed,
                List.copyOf(risks),
                List.copyOf(theory),
                CollapseReading.of(mixture, results, generations),
                CollapseReading.limits(),
                charts);
    }

    private static void risks(SimulationResult result, int generations, List<CollapseRisk> risks) {
        for (int c = 0; c < result.scenario().crossings().size(); c++) {
            for (int generation = 1; generation <= generations; generation++) {
                long hits = result.crossedBy(c, generation);
                Limits limits = ClopperPearson.interval(hits, result.chains(), 0.95);
                risks.add(new CollapseRisk(
                        result.scenario().family().name(),
                        result.scenario().samples(),
                        result.scenario().crossings().get(c).label(),
                        generation,
                        result.chains(),
                        hits,
                        hits / (double) result.chains(),
                        limits.lower(),
                        limits.upper()));
            }
        }
    }

    private static void beside(
            SimulationResult result, List<TheoryCurve> curves, int generations, List<TheoryBeside> theory) {
        for (TheoryCurve curve : curves) {
            TheoryCheck check = TheoryCheck.at(result, curve, result.row(generations));
            theory.add(new TheoryBeside(
                    result.scenario().family().name(),
                    result.scenario().samples(),
                    curve.observable(),
                    check.theory(),
                    check.measured(),
                    check.z(),
                    curve.formula()));
        }
    }

    /**
     * The probability that a Gaussian toy of M = 100 loses half of its variance by a generation: the figure that a recipe's
     * demand such as "P(collapse by 10) at most 5%" is held against, at the upper end of its interval.
     *
     * @param generation 1 to {@link #generations()}
     */
    public CollapseRisk headline(int generation) {
        return risks.stream()
                .filter(risk -> risk.samples() == STRESS_ROWS
                        && risk.event().equals("variance < 0.5")
                        && risk.generation() == generation)
                .findFirst()
                .orElseThrow(() ->
                        new ScenarioException("generation", "expected 1 to " + generations + ", got " + generation));
    }

    /** The mixture in words. */
    public String title() {
        return "collapse check of " + ScenarioWords.mixture(mixture);
    }
}
