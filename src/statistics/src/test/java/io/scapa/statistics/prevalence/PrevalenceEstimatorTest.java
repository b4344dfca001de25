package io.scapa.statistics.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.scapa.statistics.ClopperPearson;
import io.scapa.statistics.SeededStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PrevalenceEstimatorTest {
    private final PrevalenceEstimator estimator = new PrevalenceEstimator(PrevalenceOptions.standard());

    @Test
    void usesAuditedLabelsWhereThereAreEnough() {
        Simulated s = simulate(5000, 0.1, 0.6, 200, 1);
        PrevalenceEstimate estimate = estimator.estimate(s.pool(), s.audited());
        assertThat(estimate.method()).isEqualTo(PrevalenceMethod.PREDICTION_POWERED);
        assertThat(estimate.audited()).isEqualTo(200);
        assertThat(estimate.documents()).isEqualTo(5000);
        assertThat(estimate.upper()).isLessThan(estimate.interval().upper());
        assertThat(estimate.gainOfOneMore()).isPositive();
        assertThat(estimate.assumptions().getFirst()).contains("200 audited");
    }

    @Test
    void fallsBackToTheScoresAndSaysSo() {
        Simulated s = simulate(5000, 0.1, 0, 3, 2);
        PrevalenceEstimate alone = estimator.estimate(s.pool());
        assertThat(alone.method()).isEqualTo(PrevalenceMethod.LABEL_SHIFT);
        assertThat(alone.assumptions()).anyMatch(a -> a.contains("no audited labels"));
        PrevalenceEstimate few = estimator.estimate(s.pool(), s.audited());
        assertThat(few.method()).isEqualTo(PrevalenceMethod.LABEL_SHIFT);
        assertThat(few.assumptions()).anyMatch(a -> a.contains("3 audited labels are too few to use (10 needed)"));
        assertThat(few.audited()).isZero();
    }

    @Test
    void anUnauditedIntervalIsWiderThanAnAuditedOne() {
        Simulated s = simulate(20_000, 0.1, 0, 500, 3);
        PrevalenceEstimate audited = estimator.estimate(s.pool(), s.audited());
        PrevalenceEstimate unaudited = estimator.estimate(s.pool());
        assertThat(width(unaudited)).isGreaterThan(2 * width(audited));
    }

    @Test
    void aSmallPoolMayBeAuditedWhole() {
        Simulated s = simulate(4, 0.5, 0, 4, 4);
        PrevalenceEstimate estimate = estimator.estimate(s.pool(), s.audited());
        assertThat(estimate.method()).isEqualTo(PrevalenceMethod.PREDICTION_POWERED);
        assertThat(width(estimate)).isLessThan(1e-9);
    }

    @Test
    void strataMayBeAuditedOutOfProportion() {
        Simulated clean = simulate(9000, 0.02, 0.3, 40, 6);
        Simulated dirty = simulate(1000, 0.7, 0.3, 160, 7);
        PrevalenceEstimate estimate = estimator.estimateStratified(List.of(
                new ScoredStratum("clean", clean.pool(), clean.audited()),
                new ScoredStratum("dirty", dirty.pool(), dirty.audited())));
        assertThat(estimate.method()).isEqualTo(PrevalenceMethod.STRATIFIED_PREDICTION_POWERED);
        assertThat(estimate.documents()).isEqualTo(10_000);
        assertThat(estimate.audited()).isEqualTo(200);
        assertThat(estimate.interval().contains(0.9 * clean.truth() + 0.1 * dirty.truth()))
                .isTrue();
        assertThat(estimate.estimate()).isLessThan(0.2);
        assertThat(estimate.gainOfOneMore()).isPositive().isLessThan(0.01);
        assertThat(estimate.assumptions().getFirst()).contains("within each of 2 strata");
    }

    @Test
    void correctsCountsOfAThreshold() {
        PrevalenceEstimate estimate = estimator.estimate(260, 1000, new CalibrationCounts(160, 200, 10, 200));
        assertThat(estimate.method()).isEqualTo(PrevalenceMethod.ADJUSTED_COUNT);
        assertThat(estimate.interval().contains(0.28)).isTrue();
        assertThat(estimate.assumptions()).anyMatch(a -> a.contains("200 synthetic and 200 human"));
    }

    @Test
    void movingTheScoresToTheLikelyShareCostsNoCoverage() {
        int runs = 300;
        int held = 0;
        RandomGenerator shifts = new SeededStreams(60).stream("shift", 0);
        for (int run = 0; run < runs; run++) {
            Simulated s = simulate(2000, 0.08, shifts.nextGaussian(), 100, 100 + run);
            held += estimator.estimate(s.pool(), s.audited()).upper() >= s.truth() ? 1 : 0;
        }
        assertThat(ClopperPearson.upper(held, runs, 0.999)).isGreaterThan(0.95);
    }

    @Test
    void theSameInputsGiveTheSameEstimate() {
        Simulated s = simulate(3000, 0.2, 0.3, 40, 5);
        assertThat(estimator.estimate(s.pool())).isEqualTo(estimator.estimate(s.pool()));
        assertThat(estimator.estimate(s.pool(), s.audited())).isEqualTo(estimator.estimate(s.pool(), s.audited()));
    }

    @Test
    void refusesAnEmptyPool() {
        assertThatIllegalArgumentException().isThrownBy(() -> estimator.estimate(new ScoreHistogram()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrevalenceOptions.standard().withConfidence(0.4))
                .withMessageContaining("0.4");
    }

    private static double width(PrevalenceEstimate estimate) {
        return estimate.interval().upper() - estimate.interval().lower();
    }

    private record Simulated(ScoreHistogram pool, List<AuditedDocument> audited, double truth) {}

    private static Simulated simulate(int n, double share, double shift, int audit, int index) {
        RandomGenerator random = new SeededStreams(61).stream("pool", index);
        ScoreHistogram pool = new ScoreHistogram();
        List<AuditedDocument> audited = new ArrayList<>();
        int found = 0;
        for (int i = 0; i < n; i++) {
            boolean synthetic = random.nextDouble() < share;
            found += synthetic ? 1 : 0;
            double score = 1 / (1 + Math.exp(-((synthetic ? 2 : -2) + 2 * random.nextGaussian() + shift)));
            pool.add(score, 1);
            if (i < audit) {
                audited.add(AuditedDocument.of(score, synthetic));
            }
        }
        return new Simulated(pool, audited, (double) found / n);
    }
}
