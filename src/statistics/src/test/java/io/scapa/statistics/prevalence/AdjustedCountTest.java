package io.scapa.statistics.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.scapa.statistics.ClopperPearson;
import io.scapa.statistics.Limits;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.junit.jupiter.api.Test;

class AdjustedCountTest {
    @Test
    void solvesRoganAndGladensEquation() {
        // 26% flagged, 80% of synthetic and 5% of human texts flagged: (0.26 - 0.05) / 0.75 = 0.28.
        AdjustedCount count = AdjustedCount.of(260, 1000, new CalibrationCounts(160, 200, 10, 200), 0, 1);
        assertThat(count.estimate()).isCloseTo(0.28, within(1e-12));
        assertThat(count.interval(0.95).contains(0.28)).isTrue();
    }

    @Test
    void perfectKnowledgeOfAPerfectThresholdLeavesTheBinomialInterval() {
        AdjustedCount count =
                AdjustedCount.of(30, 200, new CalibrationCounts(10_000_000, 10_000_000, 0, 10_000_000), 0, 1);
        Limits exact = ClopperPearson.interval(30, 200, 0.9);
        assertThat(count.interval(0.9).lower()).isCloseTo(exact.lower(), within(2e-3));
        assertThat(count.interval(0.9).upper()).isCloseTo(exact.upper(), within(2e-3));
    }

    @Test
    void fewCalibrationTextsWidenTheInterval() {
        Limits few = AdjustedCount.of(2600, 10_000, new CalibrationCounts(32, 40, 2, 40), 0, 1)
                .interval(0.95);
        Limits many = AdjustedCount.of(2600, 10_000, new CalibrationCounts(3200, 4000, 200, 4000), 0, 1)
                .interval(0.95);
        Limits shifted = AdjustedCount.of(2600, 10_000, new CalibrationCounts(3200, 4000, 200, 4000), 0.5, 1)
                .interval(0.95);
        assertThat(width(few)).isGreaterThan(3 * width(many));
        assertThat(width(shifted)).isGreaterThan(2 * width(many));
    }

    @Test
    void aThresholdThatTellsNothingLeavesEverythingOpen() {
        AdjustedCount count = AdjustedCount.of(500, 1000, new CalibrationCounts(50, 100, 50, 100), 0, 1);
        assertThat(count.interval(0.95)).isEqualTo(new Limits(0, 1));
    }

    @Test
    void coversWhereTheRatesCarryOver() {
        var flags = sampler(1000, 0.2 * 0.8 + 0.8 * 0.05, 1);
        var hits = sampler(150, 0.8, 2);
        var alarms = sampler(150, 0.05, 3);
        int runs = 300;
        int held = 0;
        for (int run = 0; run < runs; run++) {
            CalibrationCounts counts = new CalibrationCounts(hits.getAsInt(), 150, alarms.getAsInt(), 150);
            held += AdjustedCount.of(flags.getAsInt(), 1000, counts, 0, run).upper(0.95) >= 0.2 ? 1 : 0;
        }
        assertThat(ClopperPearson.upper(held, runs, 0.999)).isGreaterThan(0.95);
    }

    @Test
    void refusesCountsThatDoNotFit() {
        CalibrationCounts counts = new CalibrationCounts(8, 10, 1, 10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdjustedCount.of(11, 10, counts, 0, 1))
                .withMessageContaining("11 of 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CalibrationCounts(11, 10, 1, 10))
                .withMessageContaining("11 of 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdjustedCount.of(1, 10, counts, -1, 1))
                .withMessageContaining("-1");
    }

    private static java.util.function.IntSupplier sampler(int n, double p, int index) {
        var random = new io.scapa.statistics.SeededStreams(21).stream("binomial", index);
        BinomialDistribution distribution = new BinomialDistribution(n, p);
        return () -> distribution.inverseCumulativeProbability(random.nextDouble());
    }

    private static double width(Limits limits) {
        return limits.upper() - limits.lower();
    }
}
