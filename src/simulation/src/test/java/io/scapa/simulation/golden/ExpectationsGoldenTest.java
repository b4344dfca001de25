package io.scapa.simulation.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scapa.simulation.ProgressListener;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.Simulation;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.family.gaussian.GaussianFamily.Sampling;
import io.scapa.simulation.preset.MooreBlog;
import io.scapa.simulation.theory.DetectorFilter;
import io.scapa.simulation.theory.TheoryCurve;
import io.scapa.simulation.theory.TrainingWeights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every expectation of the file, simulated; closed forms compared digit by digit. */
class ExpectationsGoldenTest {
    private static final long SEED = 20261121;
    /** Generations after which a recursion has reached its fixed point to the last digits. */
    private static final int STATIONARY = 500;

    @TestFactory
    Stream<DynamicTest> everyExpectationHoldsWithFewerChains() {
        return tests(10, Sampling.EXPLICIT);
    }

    @TestFactory
    @Tag("long")
    Stream<DynamicTest> everyExpectationHoldsWithItsOwnNumberOfChains() {
        return tests(1, Sampling.EXPLICIT);
    }

    @TestFactory
    Stream<DynamicTest> everyGaussianExpectationHoldsForSufficientStatistics() {
        return tests(
                Expectation.all().stream()
                        .filter(e -> e.model().equals("gaussian1d"))
                        .toList(),
                4,
                Sampling.SUFFICIENT);
    }

    private static Stream<DynamicTest> tests(int divisor, Sampling sampling) {
        List<Expectation> all = Expectation.all();
        assertThat(all).isNotEmpty();
        return tests(all, divisor, sampling);
    }

    private static Stream<DynamicTest> tests(List<Expectation> all, int divisor, Sampling sampling) {
        Map<String, List<Expectation>> groups = new LinkedHashMap<>();
        for (Expectation e : all) {
            groups.computeIfAbsent(e.group(), key -> new ArrayList<>()).add(e);
        }
        return groups.values().stream()
                .map(group -> DynamicTest.dynamicTest(
                        group.get(0).id() + " and " + (group.size() - 1) + " more",
                        () -> check(group, divisor, sampling)));
    }

    private static void check(List<Expectation> group, int divisor, Sampling sampling) {
        if (group.get(0).deterministic()) {
            group.forEach(ExpectationsGoldenTest::checkDeterministic);
            return;
        }
        int last = group.stream().mapToInt(Expectation::generation).max().orElseThrow();
        int replicates = group.get(0).replicates();
        int chains = Math.max(500, replicates / divisor);
        Scenario scenario = GoldenScenario.of(group.get(0), last, chains, SEED, sampling);
        SimulationResult result = Simulation.run(scenario, 2, ProgressListener.NONE);
        for (Expectation e : group) {
            double tolerance = e.tolerance() * Math.sqrt((double) e.replicates() / chains);
            assertThat(GoldenScenario.measured(e, result)).as(e.id()).isCloseTo(e.expected(), within(tolerance));
        }
    }

    private static void checkDeterministic(Expectation e) {
        assertThat(deterministic(e)).as(e.id()).isCloseTo(e.expected(), within(e.tolerance()));
    }

    private static double deterministic(Expectation e) {
        return switch (e.statistic()) {
            case "optimal_real_weight" -> TrainingWeights.optimalRealWeight(e.param("realOverSynthetic", -1));
            case "alpha_effective" -> filter(e).alphaEffective();
            case "kept_fraction" -> filter(e).keptFraction();
            case "data_variance" -> blogVariance(e);
            default -> throw new AssertionError("unknown deterministic statistic in " + e);
        };
    }

    private static DetectorFilter filter(Expectation e) {
        return DetectorFilter.of(e.param("alphaRaw", -1), e.param("tpr", -1), e.param("fpr", -1));
    }

    private static double blogVariance(Expectation e) {
        String rng = e.params().get("rng").asText();
        assertThat(rng).isEqualTo("d3 randomLcg(" + MooreBlog.SEED + ")+polar normal");
        boolean published = switch (e.params().get("bug").asText()) {
            case "sd := variance" -> true;
            case "none" -> false;
            default -> throw new AssertionError("unknown bug in " + e);
        };
        List<double[]> data = MooreBlog.data(published, MooreBlog.SEED, (int) e.param("M", -1), 1, e.generation());
        return MooreBlog.variance(data.get(e.generation() - 1));
    }

    @Test
    void theBlogSequenceHoldsToTheLastDigits() {
        List<Expectation> blog = Expectation.all().stream()
                .filter(e -> e.statistic().equals("data_variance"))
                .toList();
        assertThat(blog).isNotEmpty();
        for (Expectation e : blog) {
            assertThat(blogVariance(e)).as(e.id()).isCloseTo(e.expected(), within(1e-12));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyClosedFormIsInTheTheory() {
        return Expectation.all().stream()
                .filter(e -> !e.deterministic()
                        && (e.kind().equals("closed-form") || e.kind().equals("exact-numeric")))
                .map(e -> DynamicTest.dynamicTest(e.id(), () -> {
                    int generation = e.id().contains("stationary") ? STATIONARY : e.generation();
                    Scenario scenario = GoldenScenario.of(e, generation, 10, SEED, Sampling.EXPLICIT);
                    assertThat(theory(e, scenario)).isCloseTo(e.expected(), within(1e-9));
                }));
    }

    private static double theory(Expectation e, Scenario scenario) {
        TheoryCurve.Statistic statistic =
                e.statistic().startsWith("var_") ? TheoryCurve.Statistic.VARIANCE : TheoryCurve.Statistic.MEAN;
        return scenario.family().theory(scenario).stream()
                .filter(curve ->
                        curve.observable().equals(GoldenScenario.observable(e)) && curve.statistic() == statistic)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no theory for " + e))
                .at(scenario.generations() - 1);
    }
}
