package io.scapa.statistics.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.scapa.statistics.ClopperPearson;
import io.scapa.statistics.SeededStreams;
import io.scapa.statistics.prevalence.AuditOptions.Tuning;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class StratifiedPredictionPoweredMeanTest {
    @Test
    void oneStratumIsThePlainEstimate() {
        AuditedStratum only = stratum("only", 1_000_000, 0.2, 60, 0);
        StratifiedPredictionPoweredMean stratified = StratifiedPredictionPoweredMean.of(List.of(only), Tuning.TUNED, 1);
        PredictionPoweredMean plain = PredictionPoweredMean.of(only.pool(), only.audited());
        assertThat(stratified.estimate()).isCloseTo(plain.estimate(), within(1e-12));
        assertThat(stratified.upper(0.95)).isCloseTo(plain.upper(0.95), within(0.003));
        assertThat(stratified.lower(0.95)).isCloseTo(plain.lower(0.95), within(0.003));
    }

    @Test
    void estimateWeighsStrataBySize() {
        AuditedStratum large = stratum("large", 30_000, 0.1, 50, 1);
        AuditedStratum small = stratum("small", 10_000, 0.7, 50, 2);
        double expected = 0.75
                        * PredictionPoweredMean.of(large.pool(), large.audited())
                                .estimate()
                + 0.25 * PredictionPoweredMean.of(small.pool(), small.audited()).estimate();
        assertThat(of(large, small).estimate()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void nothingFoundInAProportionalAuditIsTheExactLimitOfTheWhole() {
        List<AuditedStratum> strata = new ArrayList<>();
        for (int h = 0; h < 5; h++) {
            AuditedStratum drawn = stratum("s" + h, 100_000, 0.2, 40, h);
            strata.add(new AuditedStratum(
                    drawn.name(),
                    drawn.pool(),
                    drawn.audited().stream()
                            .map(a -> new AuditedDocument(a.score(), 0, 1))
                            .toList()));
        }
        double limit =
                StratifiedPredictionPoweredMean.of(strata, Tuning.TUNED, 1).upper(0.95);
        assertThat(limit).isCloseTo(ClopperPearson.upper(0, 200, 0.95), within(4e-4));
    }

    @Test
    void doesNotDependOnTheOrderOfStrata() {
        List<AuditedStratum> strata = new ArrayList<>(List.of(
                stratum("a", 5000, 0.1, 20, 1), stratum("b", 3000, 0.5, 30, 2), stratum("c", 1000, 0.9, 10, 3)));
        double upper =
                StratifiedPredictionPoweredMean.of(strata, Tuning.TUNED, 5).upper(0.95);
        Collections.reverse(strata);
        assertThat(StratifiedPredictionPoweredMean.of(strata, Tuning.TUNED, 5).upper(0.95))
                .isEqualTo(upper);
    }

    @Test
    void sendsTheAuditorWhereScoresSayLeast() {
        AuditedStratum clear = stratum("clear", 10_000, 0.001, 50, 1);
        AuditedStratum mixed = stratum("mixed", 10_000, 0.5, 50, 2);
        assertThat(of(clear, mixed).nextAudit()).isEqualTo("mixed");
    }

    @Test
    void gainOfOneMoreIsAboutWhatThePlainEstimateSays() {
        AuditedStratum only = stratum("only", 100_000, 0.2, 100, 4);
        double plain = PredictionPoweredMean.of(only.pool(), only.audited()).gainOfOneMore(0.95);
        assertThat(of(only).gainOfOneMore(0.95)).isBetween(0.6 * plain, 1.6 * plain);
    }

    @Test
    void refusesStrataThatShowNoVariance() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stratum("thin", 100, 0.2, 1, 1))
                .withMessageContaining("thin")
                .withMessageContaining("join it");
        AuditedStratum twice = stratum("same", 100, 0.2, 5, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> of(twice, twice)).withMessageContaining("same name");
    }

    private static StratifiedPredictionPoweredMean of(AuditedStratum... strata) {
        return StratifiedPredictionPoweredMean.of(List.of(strata), Tuning.TUNED, 1);
    }

    private static AuditedStratum stratum(String name, int documents, double share, int audit, int index) {
        RandomGenerator random = new SeededStreams(12).stream("stratum", index);
        ScorePool.Sums sums = new ScorePool.Sums();
        List<AuditedDocument> audited = new ArrayList<>();
        for (int i = 0; i < documents; i++) {
            boolean synthetic = random.nextDouble() < share;
            double score = 1 / (1 + Math.exp(-((synthetic ? 1.5 : -1.5) + 1.7 * random.nextGaussian())));
            sums.add(score, 1);
            if (i < audit) {
                audited.add(AuditedDocument.of(score, synthetic));
            }
        }
        return new AuditedStratum(name, sums.pool(), audited);
    }
}
