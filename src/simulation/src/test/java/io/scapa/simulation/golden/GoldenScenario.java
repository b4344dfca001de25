package io.scapa.simulation.golden;

import io.scapa.simulation.Crossing;
import io.scapa.simulation.Family;
import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.Treatment;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.family.Estimator;
import io.scapa.simulation.family.categorical.CategoricalFamily;
import io.scapa.simulation.family.categorical.SymbolLaw;
import io.scapa.simulation.family.gaussian.GaussianFamily;
import io.scapa.simulation.family.gaussian.GaussianFamily.Sampling;
import io.scapa.simulation.family.regression.LinearRegressionFamily;
import io.scapa.simulation.family.regression.PolynomialFamily;
import io.scapa.simulation.family.regression.Target;
import java.util.List;

/** Turns an expectation into the scenario that answers it, and reads the answer. Anything unknown fails. */
final class GoldenScenario {
    private static final String HIT = "first_generation_variance_below_quantile_";
    /** Long enough for the 95% quantiles of the file's first passages; a run that is too short gives infinity and fails. */
    private static final double HIT_HORIZON = 40;

    private GoldenScenario() {}

    /** The scenario whose last generation is the latest that the group asks for. */
    static Scenario of(Expectation e, int lastGeneration, int chains, long seed, Sampling sampling) {
        Family family = family(e, sampling);
        int samples = (int) e.param("M", e.param("T", e.param("n", -1)));
        boolean hit = e.statistic().startsWith(HIT);
        int generations = hit ? (int) (HIT_HORIZON * samples) : lastGeneration - family.firstGeneration() + 1;
        Scenario scenario =
                Scenario.of(e.id(), family, regime(e), mixture(e, samples), samples, generations, chains, seed);
        scenario = scenario.with(treatment(e));
        return hit ? scenario.watching(List.of(Crossing.below("variance", e.param("threshold", -1)))) : scenario;
    }

    private static Family family(Expectation e, Sampling sampling) {
        return switch (e.model()) {
            case "gaussian1d" ->
                new GaussianFamily(
                        switch (e.params().get("estimator").asText()) {
                            case "unbiased" -> Estimator.UNBIASED;
                            case "mle" -> Estimator.MLE;
                            default -> throw new AssertionError("unknown estimator in " + e);
                        },
                        sampling);
            case "linear-regression" -> new LinearRegressionFamily((int) e.param("d", -1), e.param("noiseVar", -1));
            case "polynomial-regression" ->
                new PolynomialFamily(target(e), (int) e.param("degree", -1), e.param("noiseSd", -1));
            case "categorical" ->
                new CategoricalFamily(
                        switch (e.params().get("distribution").asText()) {
                            case "zipf1" -> SymbolLaw.zipf((int) e.param("K", -1));
                            case "uniform" -> SymbolLaw.uniform((int) e.param("K", -1));
                            default -> throw new AssertionError("unknown distribution in " + e);
                        });
            default -> throw new AssertionError("unknown model '" + e.model() + "' in " + e);
        };
    }

    private static Target target(Expectation e) {
        String target = e.params().get("target").asText();
        if (!target.equals("cos(1.5 pi x), x~U(0,1)")) {
            throw new AssertionError("unknown target '" + target + "' in " + e);
        }
        return Target.COSINE;
    }

    private static Regime regime(Expectation e) {
        return switch (e.regime()) {
            case "replace" -> Regime.REPLACE;
            case "mixture" -> Regime.MIXTURE;
            case "accumulate" -> Regime.ACCUMULATE;
            case "accumulate-subsample" -> Regime.ACCUMULATE_SUBSAMPLE;
            default -> throw new AssertionError("unknown regime '" + e.regime() + "' in " + e);
        };
    }

    private static MixtureSchedule mixture(Expectation e, int samples) {
        if (e.params().has("syntheticRows")) {
            double alpha = e.param("syntheticRows", -1) / samples;
            return MixtureSchedule.constant(alpha, 0, 1 - alpha, 0);
        }
        return MixtureSchedule.constant(
                e.param("alpha", 1), e.param("beta", 0), e.param("gamma", 0), e.param("eta", 0));
    }

    private static Treatment treatment(Expectation e) {
        Treatment treatment = Treatment.NONE;
        if (e.params().has("syntheticRows")) {
            return treatment.quota();
        }
        if (e.params().has("draw")) {
            treatment = switch (e.params().get("draw").asText()) {
                case "iid-mixture", "iid-mixture (multinomial)" -> treatment;
                case "quota" -> treatment.quota();
                default -> throw new AssertionError("unknown draw in " + e);
            };
        }
        if (e.params().has("realSource")) {
            treatment = switch (e.params().get("realSource").asText()) {
                case "fresh draws", "fresh draws from N(0,1)" -> treatment;
                case "with replacement from one fixed pool of N0 draws" -> treatment.fixedPool((int) e.param("N0", -1));
                default -> throw new AssertionError("unknown realSource in " + e);
            };
        }
        return treatment;
    }

    /** The statistic that an expectation names, from a run. */
    static double measured(Expectation e, SimulationResult result) {
        if (e.statistic().startsWith(HIT)) {
            return result.firstCrossingQuantile(
                    0, Double.parseDouble(e.statistic().substring(HIT.length())));
        }
        if (e.statistic().equals("var_log_variance")) {
            return result.moments("log_variance", e.generation()).variance();
        }
        return result.moments(observable(e), e.generation()).mean();
    }

    static String observable(Expectation e) {
        return switch (e.statistic()) {
            case "mean_variance" -> "variance";
            case "mean_sq_mean_error" -> "mean_sq_error";
            case "mean_sd" -> "sd";
            case "mean_log_variance", "var_log_variance" -> "log_variance";
            case "mean_w2_squared" -> "w2_squared";
            case "mean_excess_risk" -> "excess_risk";
            case "mean_integrated_squared_error" -> "mse";
            case "mean_sum_p_squared" -> "sum_p_squared";
            case "mean_surviving_symbols" -> "survivors";
            default -> throw new AssertionError("unknown statistic '" + e.statistic() + "' in " + e);
        };
    }
}
