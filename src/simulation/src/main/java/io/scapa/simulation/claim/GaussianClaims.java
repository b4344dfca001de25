package io.scapa.simulation.claim;

import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.claim.ClaimCheck.Finding;
import io.scapa.simulation.engine.Moments;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.family.Estimator;
import io.scapa.simulation.family.gaussian.GaussianFamily;
import io.scapa.simulation.family.gaussian.GaussianFamily.Sampling;

/** Claims on Gaussian and regression chains. */
final class GaussianClaims {
    private static final GaussianFamily FAST = new GaussianFamily(Estimator.UNBIASED, Sampling.SUFFICIENT);

    private GaussianClaims() {}

    static Finding varianceVanishes() {
        SimulationResult result = Measure.run(Scenario.replace("long", FAST, 100, 4000, 1000, 51));
        long hits = result.crossedBy(2, 4000);
        return ClaimChecks.finding(
                "log variance falls by .01014 a generation at M = 100",
                Measure.share("variance below .01 by generation 4000:", hits, result.chains()),
                Measure.share(hits, result.chains()).lower() > 0.99);
    }

    static Finding distanceGrows() {
        SimulationResult result = Measure.run(Scenario.replace("w2", FAST, 100, 200, 20_000, 52));
        Moments early = result.moments("w2_squared", 20);
        Moments late = result.moments("w2_squared", 200);
        double theory = 2 + 2 * (1 - Math.pow(io.scapa.simulation.theory.SpecialFunctions.c4(100), 200));
        return ClaimChecks.finding(
                "n/M + 2 (1 - c4^n) = " + Measure.number(theory) + " at generation 200",
                "E[W2^2] " + Measure.mean(early) + " at generation 20, " + Measure.mean(late) + " at generation 200",
                late.mean() > 5 * early.mean());
    }

    static Finding riskGrowsLinearly() {
        SimulationResult result = Measure.run("gerstgrasser-lr", 0);
        Moments moments = Measure.moments(result, "excess_risk");
        double theory = 20 * 5.0 / 14;
        return ClaimChecks.finding(
                "n sigma^2 d/(T-d-1) = " + Measure.number(theory),
                "risk at generation 20 " + Measure.mean(moments),
                Measure.agrees(moments, theory));
    }

    static Finding riskIsBounded() {
        SimulationResult result = Measure.run("gerstgrasser-lr", 1);
        Moments moments = Measure.moments(result, "excess_risk");
        double bound = 5.0 / 14 * Math.PI * Math.PI / 6;
        return ClaimChecks.finding(
                "bound " + Measure.number(bound) + ", exact limit .5357",
                "risk at generation 20 " + Measure.mean(moments),
                moments.mean() + 2 * moments.standardError() < bound);
    }

    static Finding cappedBeatsReplace() {
        return capped(true);
    }

    static Finding cappedLosesSlowly() {
        return capped(false);
    }

    private static Finding capped(boolean againstReplace) {
        SimulationResult capped = Measure.run("capped-accumulate", 1);
        SimulationResult other = Measure.run("capped-accumulate", againstReplace ? 2 : 0);
        double kept = Measure.median(capped, "variance");
        double beside = Measure.median(other, "variance");
        return ClaimChecks.finding(
                "pool recursion: no plateau, only very slow",
                "median variance at generation 100: capped " + Measure.number(kept) + ", "
                        + (againstReplace ? "replace " : "accumulate ") + Measure.number(beside),
                againstReplace ? kept > 5 * beside : kept < beside);
    }

    static Finding freshIsStable() {
        MixtureSchedule tenth = MixtureSchedule.constant(0.9, 0, 0, 0.1);
        SimulationResult result = Measure.run(Scenario.of("fresh", FAST, Regime.MIXTURE, tenth, 100, 300, 4000, 53));
        long hits = result.crossedBy(1, 300);
        return ClaimChecks.finding(
                "stable where M rho > 1/2; here 10",
                Measure.share("variance below .1 by generation 300:", hits, result.chains()),
                Measure.share(hits, result.chains()).upper() < 0.01);
    }

    static Finding suresh() {
        GaussianFamily mle = new GaussianFamily(Estimator.MLE, Sampling.SUFFICIENT);
        int k = 1500;
        SimulationResult result = Measure.run(Scenario.replace("suresh", mle, 100, k, 4000, 54));
        double bound = 10 * Math.exp(-k / 400.0);
        double above = 1 - result.tally().quantiles(0, result.row(k)).shareBelow(0.01);
        return ClaimChecks.finding(
                "bound " + Measure.number(bound) + " at k = " + k,
                "share of chains with sd above .1: " + Measure.number(above),
                above <= bound);
    }

    static Finding singlePointKeepsVariance() {
        SimulationResult result = Measure.run("jangjoo-roudi", 0);
        double median = Measure.median(result, "variance");
        return ClaimChecks.finding(
                "stable in mean square: M rho = 1 > 1/2",
                "median variance at generation 800 is " + Measure.number(median),
                median > 0.5);
    }

    static Finding singlePointIsGood() {
        SimulationResult result = Measure.run("jangjoo-roudi", 0);
        Moments moments = Measure.moments(result, "mean_sq_error");
        return ClaimChecks.finding(
                "expected squared error of the mean about 1 sd^2",
                "measured " + Measure.mean(moments),
                moments.mean() < 0.1);
    }

    static Finding tokenEditing() {
        double edited = Measure.median(Measure.run("zhu-toedit", 0), "variance");
        double rewritten = Measure.median(Measure.run("zhu-toedit", 1), "variance");
        return ClaimChecks.finding(
                "",
                "median variance at generation 50: a tenth edited " + Measure.number(edited) + ", all rewritten "
                        + Measure.number(rewritten),
                edited > rewritten);
    }
}
