package io.scapa.statistics.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.scapa.statistics.ClopperPearson;
import io.scapa.statistics.Limits;
import io.scapa.statistics.SeededStreams;
import io.scapa.statistics.prevalence.AuditOptions.Design;
import io.scapa.statistics.prevalence.AuditOptions.Target;
import io.scapa.statistics.prevalence.AuditOptions.Tuning;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PredictionPoweredMeanTest {
    private static final AuditOptions STANDARD = AuditOptions.standard();

    @Test
    void followsThePapersFormulas() {
        double[] scores = {0.1, 0.2, 0.9, 0.8, 0.3, 0.05, 0.6, 0.4};
        List<AuditedDocument> audited =
                List.of(AuditedDocument.of(0.2, false), AuditedDocument.of(0.9, true), AuditedDocument.of(0.4, true));
        double meanScore = 3.35 / 8;

        PredictionPoweredMean ppi = PredictionPoweredMean.of(ScorePool.of(scores), audited, STANDARD.with(Tuning.FULL));
        assertThat(ppi.estimate()).isCloseTo(meanScore + (-0.2 + 0.1 + 0.6) / 3, within(1e-12));

        // By hand: covariance ((-0.3)(-2/3) + 0.4/3 - 0.1/3) / 3 = 0.1, variance 0.26 / 3.
        PredictionPoweredMean source =
                PredictionPoweredMean.of(ScorePool.of(scores), audited, STANDARD.with(Target.SOURCE));
        assertThat(source.lambda()).isCloseTo(Math.min(1, 0.1 / (0.26 / 3) / (1 + 3.0 / 8)), within(1e-12));
    }

    @Test
    void normalIntervalIsThePapersTwin() {
        Simulated s = simulate(4000, 0.2, 60, 1);
        PredictionPoweredMean mean = PredictionPoweredMean.of(
                s.pool(), s.audited(), STANDARD.with(Target.SOURCE).with(Tuning.FULL));
        double[] d =
                s.audited().stream().mapToDouble(a -> a.label() - a.score()).toArray();
        double dMean = java.util.Arrays.stream(d).average().orElseThrow();
        double dVariance =
                java.util.Arrays.stream(d).map(x -> (x - dMean) * (x - dMean)).sum() / (d.length - 1);
        double error = Math.sqrt(dVariance / d.length + s.pool().scoreVariance() / 4000);
        double estimate = s.pool().meanScore() + dMean;
        Limits interval = mean.normalInterval(0.95);
        assertThat(interval.lower()).isCloseTo(estimate - 1.959963984540054 * error, within(1e-9));
        assertThat(interval.upper()).isCloseTo(estimate + 1.959963984540054 * error, within(1e-9));
    }

    @Test
    void equalLabelsGiveTheExactLimits() {
        Simulated s = simulate(1_000_000, 0.2, 40, 2);
        for (int label = 0; label <= 1; label++) {
            double same = label;
            List<AuditedDocument> audited = s.audited().stream()
                    .map(a -> new AuditedDocument(a.score(), same, 1))
                    .toList();
            PredictionPoweredMean mean = PredictionPoweredMean.of(s.pool(), audited, STANDARD.with(Target.SOURCE));
            assertThat(mean.lambda()).isZero();
            assertThat(mean.upper(0.95)).isCloseTo(ClopperPearson.upper(40L * label, 40, 0.95), within(1e-8));
            assertThat(mean.lower(0.95)).isCloseTo(ClopperPearson.lower(40L * label, 40, 0.95), within(1e-8));
        }
    }

    @Test
    void labelsOnlyIsClopperPearson() {
        Simulated s = simulate(5000, 0.3, 80, 3);
        long found = s.audited().stream().filter(a -> a.label() == 1).count();
        PredictionPoweredMean mean = PredictionPoweredMean.of(
                s.pool(), s.audited(), STANDARD.with(Tuning.LABELS_ONLY).with(Target.SOURCE));
        Limits exact = ClopperPearson.interval(found, 80, 0.9);
        assertThat(mean.interval(0.9).lower()).isCloseTo(exact.lower(), within(1e-8));
        assertThat(mean.interval(0.9).upper()).isCloseTo(exact.upper(), within(1e-8));
    }

    @Test
    void oneAuditedDocumentIsAllowedAndSaysLittle() {
        Simulated s = simulate(100_000, 0.2, 1, 4);
        PredictionPoweredMean mean = PredictionPoweredMean.of(s.pool(), s.audited());
        assertThat(mean.interval(0.95).upper() - mean.interval(0.95).lower()).isGreaterThan(0.9);
    }

    @Test
    void anAuditOfTheWholePoolLeavesNothingOpen() {
        double[] scores = {0.1, 0.9, 0.3, 0.7};
        List<AuditedDocument> all = List.of(
                AuditedDocument.of(0.1, false), AuditedDocument.of(0.9, true),
                AuditedDocument.of(0.3, true), AuditedDocument.of(0.7, false));
        PredictionPoweredMean mean = PredictionPoweredMean.of(ScorePool.of(scores), all);
        assertThat(mean.estimate()).isCloseTo(0.5, within(1e-12));
        assertThat(mean.interval(0.95).lower()).isCloseTo(0.5, within(1e-12));
        assertThat(mean.interval(0.95).upper()).isCloseTo(0.5, within(1e-12));
        assertThat(mean.gainOfOneMore(0.95)).isZero();
    }

    @Test
    void aFinitePoolWithNothingFoundIsNeverSurerThanTheHypergeometricLimit() {
        for (int n : new int[] {50, 100, 300, 900}) {
            Simulated s = simulate(1000, 0.2, n, 5);
            List<AuditedDocument> audited = s.audited().stream()
                    .map(a -> new AuditedDocument(a.score(), 0, 1))
                    .toList();
            double limit = PredictionPoweredMean.of(s.pool(), audited).upper(0.95);
            assertThat(limit).isGreaterThanOrEqualTo(hypergeometricUpper(1000, n, 0.05));
            assertThat(limit).isLessThan(ClopperPearson.upper(0, n, 0.95));
        }
    }

    @Test
    void whatTheAuditFoundBoundsTheShare() {
        List<AuditedDocument> audited = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            audited.add(AuditedDocument.of(0.5, i < 45));
        }
        double[] scores = new double[100];
        java.util.Arrays.fill(scores, 0.5);
        Limits interval =
                PredictionPoweredMean.of(ScorePool.of(scores), audited).interval(0.999999);
        assertThat(interval.lower()).isGreaterThanOrEqualTo(0.45);
        assertThat(interval.upper()).isLessThanOrEqualTo(0.55 + 1e-12);
    }

    @Test
    void badScoresCostWidthButNotTheEstimate() {
        Simulated s = simulate(50_000, 0.2, 400, 6);
        double[] noise = new SeededStreams(1).stream("noise", 0).doubles(50_000).toArray();
        List<AuditedDocument> uninformed = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            uninformed.add(new AuditedDocument(noise[i], s.audited().get(i).label(), 1));
        }
        PredictionPoweredMean informed = PredictionPoweredMean.of(s.pool(), s.audited());
        PredictionPoweredMean blind = PredictionPoweredMean.of(ScorePool.of(noise), uninformed);
        assertThat(blind.lambda()).isLessThan(0.2);
        assertThat(informed.upper(0.95) - informed.estimate()).isLessThan(0.8 * (blind.upper(0.95) - blind.estimate()));
        assertThat(blind.upper(0.95)).isGreaterThan(0.2);
    }

    @Test
    void gainOfMoreIsWhatAuditingMoreBringsOnAverage() {
        double predicted = 0;
        double happened = 0;
        for (int run = 0; run < 60; run++) {
            Simulated s = simulate(20_000, 0.2, 200, 100 + run);
            PredictionPoweredMean now =
                    PredictionPoweredMean.of(s.pool(), s.audited().subList(0, 100));
            predicted += now.upper(0.95) - now.expectedUpper(0.95, 100);
            happened += now.upper(0.95)
                    - PredictionPoweredMean.of(s.pool(), s.audited()).upper(0.95);
        }
        assertThat(predicted / 60).isPositive().isCloseTo(happened / 60, within(0.008));
    }

    @Test
    void countsTheFurtherDocumentsThatATargetNeeds() {
        Simulated s = simulate(20_000, 0.1, 100, 7);
        PredictionPoweredMean mean = PredictionPoweredMean.of(s.pool(), s.audited());
        double target = mean.estimate() + 0.5 * (mean.upper(0.95) - mean.estimate());
        int more = mean.documentsToReach(target, 0.95, 5000);
        assertThat(more).isBetween(150, 450);
        assertThat(mean.expectedUpper(0.95, more)).isLessThanOrEqualTo(target);
        assertThat(mean.expectedUpper(0.95, more - 1)).isGreaterThan(target);
        assertThat(mean.documentsToReach(mean.estimate() / 2, 0.95, 5000)).isEqualTo(-1);
        assertThat(mean.gainOfOneMore(0.95)).isPositive().isLessThan(0.01);
    }

    @Test
    void sizesOfOneUnitChangeNothing() {
        Simulated s = simulate(3000, 0.2, 50, 8);
        double[] sizes = new double[3000];
        java.util.Arrays.fill(sizes, 7);
        List<AuditedDocument> sized = s.audited().stream()
                .map(a -> new AuditedDocument(a.score(), a.label(), 7))
                .toList();
        Limits plain = PredictionPoweredMean.of(s.pool(), s.audited()).interval(0.95);
        Limits weighted =
                PredictionPoweredMean.of(ScorePool.of(s.scores(), sizes), sized).interval(0.95);
        assertThat(weighted.lower()).isCloseTo(plain.lower(), within(1e-8));
        assertThat(weighted.upper()).isCloseTo(plain.upper(), within(1e-8));
    }

    @Test
    void refusesWhatMakesNoSense() {
        ScorePool pool = ScorePool.of(new double[] {0.1, 0.2});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PredictionPoweredMean.of(pool, List.of()))
                .withMessageContaining("at least one audited");
        AuditedDocument document = AuditedDocument.of(0.1, false);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PredictionPoweredMean.of(pool, List.of(document, document, document)))
                .withMessageContaining("at most the pool's 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PredictionPoweredMean.of(pool, List.of(AuditedDocument.of(0.1, true, 50))))
                .withMessageContaining("more than their pool's");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> PredictionPoweredMean.of(pool, List.of(document)).upper(0.3))
                .withMessageContaining("0.3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditedDocument.of(Double.NaN, true))
                .withMessageContaining("NaN");
        assertThat(PredictionPoweredMean.of(
                                pool, List.of(document, document, document), STANDARD.with(Design.PROPORTIONAL_TO_SIZE))
                        .audited())
                .isEqualTo(3);
    }

    private record Simulated(double[] scores, ScorePool pool, List<AuditedDocument> audited) {}

    /** Scores of a decent detector that is off by half a logit; the first documents are audited. */
    private static Simulated simulate(int documents, double share, int audit, int index) {
        RandomGenerator random = new SeededStreams(11).stream("pool", index);
        double[] scores = new double[documents];
        List<AuditedDocument> audited = new ArrayList<>();
        for (int i = 0; i < documents; i++) {
            boolean synthetic = random.nextDouble() < share;
            double logOdds =
                    (synthetic ? 2.9 : -2.9) + 2.4 * random.nextGaussian() + Math.log(share / (1 - share)) + 0.5;
            scores[i] = 1 / (1 + Math.exp(-logOdds));
            if (i < audit) {
                audited.add(AuditedDocument.of(scores[i], synthetic));
            }
        }
        return new Simulated(scores, ScorePool.of(scores), audited);
    }

    /** The largest share under which n draws without replacement find nothing with probability over {@code miss}. */
    private static double hypergeometricUpper(int documents, int n, double miss) {
        double logProbability = 0;
        int found = 0;
        while (found + n < documents) {
            logProbability += Math.log((double) (documents - found - n) / (documents - found));
            if (logProbability <= Math.log(miss)) {
                break;
            }
            found++;
        }
        return (double) found / documents;
    }
}
