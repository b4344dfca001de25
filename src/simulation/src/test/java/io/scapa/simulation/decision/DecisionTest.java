package io.scapa.simulation.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scapa.simulation.Handling.Action;
import io.scapa.simulation.Handling.Detector;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.chart.FrontierChart;
import io.scapa.simulation.family.Estimator;
import io.scapa.simulation.family.gaussian.GaussianFamily;
import io.scapa.simulation.family.gaussian.GaussianFamily.Sampling;
import org.junit.jupiter.api.Test;

class DecisionTest {
    /** The table of the reference, section 2.11: quota, generation 50, variance below .5. */
    @Test
    void theRiskAtGenerationFiftyIsThePublishedOne() {
        Definition definition = Definition.gaussianHalf().atTheEnd();
        assertThat(definition.risk(0.7, 30, 50, 4000, 1).probability()).isCloseTo(0.036, within(0.014));
        assertThat(definition.risk(0.95, 100, 50, 4000, 2).probability()).isCloseTo(0.054, within(0.017));
        assertThat(definition.risk(1, 300, 50, 4000, 3).probability()).isCloseTo(0.18, within(0.03));
    }

    @Test
    void theFrontierRisesWithTheRowsAndNeedsAFewRealOnes() {
        MixFrontier frontier =
                MixFrontier.of(Definition.gaussianHalf().atTheEnd(), new int[] {30, 100, 300}, 50, 0.05, 4000, 5);
        assertThat(frontier.points().get(0).alpha()).isCloseTo(0.75, within(0.05));
        assertThat(frontier.points().get(1).alpha()).isCloseTo(0.95, within(0.02));
        assertThat(frontier.points().get(2).alpha()).isCloseTo(0.985, within(0.01));
        assertThat(frontier.points()).allSatisfy(p -> assertThat(p.alpha()).isBetween(p.lower(), p.upper()));
        assertThat(frontier.chanceInside(100, new double[] {0.2, 0.5, 0.93, 0.99}))
                .containsExactly(0.75, 0.75, 0.75);
        assertThat(FrontierChart.of(frontier)).contains("real rows");
    }

    @Test
    void aDetectorIsWorthGenerationsOnlyIfTheBudgetIsRefilled() {
        Definition half = Definition.gaussianHalf();
        DetectorValue refilled =
                DetectorValue.of(half, 0.98, 100, Detector.of(0.8, 0.05, Action.REFILL), 0.05, 1000, 1);
        DetectorValue shrunk = DetectorValue.of(half, 0.98, 100, Detector.of(0.8, 0.05, Action.SHRINK), 0.05, 1000, 1);
        assertThat(refilled.generationsWith()).isGreaterThan(refilled.generationsWithout());
        assertThat(shrunk.generationsWith()).isLessThan(shrunk.generationsWithout());
        assertThat(refilled.freshRowsWorth()).isPositive();
    }

    /** Reference 2.10: one that flags nine in ten rare real symbols is worse than none. */
    @Test
    void aDetectorThatFlagsRareRowsCostsGenerations() {
        Definition tail = Definition.tail(300, 0.5);
        DetectorValue fair =
                DetectorValue.of(tail, 0.9, 600, new Detector(0.9, 0.05, 0.05, Action.REFILL, 10), 0.05, 60, 1);
        DetectorValue biased =
                DetectorValue.of(tail, 0.9, 600, new Detector(0.9, 0.05, 0.9, Action.REFILL, 10), 0.05, 60, 1);
        assertThat(fair.generationsWith()).isGreaterThan(fair.generationsWithout());
        assertThat(biased.generationsWith()).isLessThan(biased.generationsWithout());
    }

    @Test
    void reusedRowsAreWorthLessThanFreshOnesInASmallPool() {
        ExchangeRate small = ExchangeRate.of(60, 100, 0.2, 4000, 1);
        ExchangeRate large = ExchangeRate.of(5000, 100, 0.2, 4000, 1);
        assertThat(small.reusedPerFresh()).isGreaterThan(1.3);
        assertThat(large.reusedPerFresh()).isCloseTo(1, within(0.1));
        double exact = ExchangeRate.stationaryError(0.2, 100);
        assertThat(large.error()).isCloseTo(exact + 1 / 5000.0, within(0.004));
    }

    @Test
    void theProfileSaysWhichDefinitionsFireAndWhen() {
        Scenario replace = Scenario.replace(
                "profile", new GaussianFamily(Estimator.UNBIASED, Sampling.SUFFICIENT), 100, 200, 1000, 1);
        CollapseProfile profile = CollapseProfile.of(replace, CollapseProfile.gaussian());
        assertThat(profile.entries().get(1).medianOnset()).isCloseTo(35, within(8.0));
        assertThat(profile.entries().get(0).probability())
                .isGreaterThan(profile.entries().get(2).probability());
    }
}
