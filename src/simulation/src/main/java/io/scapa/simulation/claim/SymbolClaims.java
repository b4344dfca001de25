package io.scapa.simulation.claim;

import io.scapa.simulation.Crossing;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.claim.ClaimCheck.Finding;
import io.scapa.simulation.engine.Moments;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.family.categorical.CategoricalFamily;
import io.scapa.simulation.family.categorical.SymbolLaw;
import io.scapa.simulation.theory.CategoricalTheory;
import io.scapa.simulation.theory.DetectorFilter;
import java.util.List;

/** Claims on symbols. */
final class SymbolClaims {
    private SymbolClaims() {}

    static Finding absorbed() {
        Scenario scenario = Scenario.replace("absorbed", new CategoricalFamily(SymbolLaw.zipf(20)), 50, 600, 400, 61)
                .watching(List.of(Crossing.below("survivors", 1.5)));
        SimulationResult result = Measure.run(scenario);
        long hits = result.crossedBy(0, 599);
        return ClaimChecks.finding(
                "absorbing chain",
                Measure.share("one symbol left by generation 599:", hits, result.chains()),
                Measure.share(hits, result.chains()).lower() > 0.95);
    }

    static Finding seddik() {
        SimulationResult result = Measure.run("seddik", 0);
        Moments moments = Measure.moments(result, "sum_p_squared");
        double start = 0;
        for (double p : SymbolLaw.zipf(200).probabilities()) {
            start += p * p;
        }
        double theory = 1 - (1 - start) * Math.pow(1 - 1 / 300.0, 51);
        return ClaimChecks.finding(
                "E sum p^2 = " + Measure.number(theory) + " at data set 50",
                "measured " + Measure.mean(moments),
                Measure.agrees(moments, theory));
    }

    private static SimulationResult tail() {
        return Measure.run(Scenario.replace("tail", new CategoricalFamily(SymbolLaw.zipf(200)), 300, 51, 2000, 62));
    }

    static Finding tailMassShrinks() {
        SimulationResult result = tail();
        Moments start = result.moments("tail_mass", 0);
        Moments end = result.moments("tail_mass", 50);
        return ClaimChecks.finding(
                "a martingale: the expected mass is constant",
                "mass of the rarer half " + Measure.mean(start) + " at first, " + Measure.mean(end) + " at data set 50",
                end.mean() + 2 * end.standardError() < 0.95 * start.mean());
    }

    static Finding tailDies() {
        SimulationResult result = tail();
        Moments start = result.moments("tail_survival", 0);
        Moments end = result.moments("tail_survival", 50);
        return ClaimChecks.finding(
                "binomial chain",
                "share of the rarer half alive " + Measure.mean(start) + " at first, " + Measure.mean(end)
                        + " at data set 50",
                end.mean() < 0.5 * start.mean());
    }

    /** Reference 2.10: K = 300, M = 600, raw alpha .9, TPR .8, FPR .05. */
    static Finding verifierShrinking() {
        double[] truth = SymbolLaw.zipf(300).probabilities();
        DetectorFilter filter = DetectorFilter.of(0.9, 0.8, 0.05);
        int left = (int) Math.round(600 * filter.keptFraction());
        double none = CategoricalTheory.survivors(0.9, 600, 11, truth)[10];
        double shrunk = CategoricalTheory.survivors(filter.alphaEffective(), left, 11, truth)[10];
        double refilled = CategoricalTheory.survivors(filter.alphaEffective(), 600, 11, truth)[10];
        Scenario scenario = Scenario.of(
                "shrunk",
                new CategoricalFamily(SymbolLaw.zipf(300)),
                io.scapa.simulation.Regime.MIXTURE,
                io.scapa.simulation.MixtureSchedule.constant(
                        filter.alphaEffective(), 0, 0, 1 - filter.alphaEffective()),
                left,
                11,
                1000,
                63);
        Moments measured = Measure.moments(Measure.run(scenario), "survivors");
        return ClaimChecks.finding(
                "survivors at data set 10: no filter " + Measure.number(none) + ", shrunk " + Measure.number(shrunk)
                        + ", refilled " + Measure.number(refilled),
                "shrunk " + Measure.mean(measured),
                measured.mean() > none);
    }
}
