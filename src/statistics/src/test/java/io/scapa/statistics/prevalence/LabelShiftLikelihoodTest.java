package io.scapa.statistics.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.scapa.statistics.ClopperPearson;
import io.scapa.statistics.Limits;
import io.scapa.statistics.SeededStreams;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LabelShiftLikelihoodTest {
    private static final LogOddsCalibration EXACT = LogOddsCalibration.asStated(0);

    @Test
    void isTheFixedPointOfSaerensEm() {
        for (int run = 0; run < 20; run++) {
            double[] scores = scores(500, 0.02 + 0.045 * run, 0, run);
            double estimate = LabelShiftLikelihood.of(ScoreHistogram.of(scores), 0.5, EXACT, 1)
                    .estimate();
            assertThat(estimate).isCloseTo(em(scores, 0.5), within(1e-3));
        }
    }

    @Test
    void undoesWhateverPriorTheScoresHad() {
        double[] atHalf = scores(2000, 0.3, 0, 1);
        double[] atTenth = new double[atHalf.length];
        for (int i = 0; i < atHalf.length; i++) {
            double odds = atHalf[i] / (1 - atHalf[i]) / 9;
            atTenth[i] = odds / (1 + odds);
        }
        double a = LabelShiftLikelihood.of(ScoreHistogram.of(atHalf), 0.5, EXACT, 1)
                .estimate();
        double b = LabelShiftLikelihood.of(ScoreHistogram.of(atTenth), 0.1, EXACT, 1)
                .estimate();
        assertThat(a).isCloseTo(b, within(1e-3));
    }

    @Test
    void limitsAreWhereTheLikelihoodHasFallen() {
        double[] scores = scores(300, 0.2, 0, 2);
        LabelShiftLikelihood likelihood = LabelShiftLikelihood.of(ScoreHistogram.of(scores), 0.5, EXACT, 1);
        double best = logLikelihood(scores, likelihood.estimate());
        double halfChiSquared = 0.5 * 1.959963984540054 * 1.959963984540054;
        Limits interval = likelihood.interval(0.95);
        assertThat(best - logLikelihood(scores, interval.lower())).isCloseTo(halfChiSquared, within(0.02));
        assertThat(best - logLikelihood(scores, interval.upper())).isCloseTo(halfChiSquared, within(0.02));
    }

    @Test
    void purePoolsReachTheEnds() {
        double[] human = new double[400];
        java.util.Arrays.fill(human, 0.01);
        LabelShiftLikelihood none = LabelShiftLikelihood.of(ScoreHistogram.of(human), 0.5, EXACT, 1);
        assertThat(none.estimate()).isZero();
        assertThat(none.lower(0.95)).isZero();
        assertThat(none.upper(0.95)).isBetween(1e-4, 0.02);
        double[] synthetic = new double[400];
        java.util.Arrays.fill(synthetic, 0.99);
        assertThat(LabelShiftLikelihood.of(ScoreHistogram.of(synthetic), 0.5, EXACT, 1)
                        .estimate())
                .isEqualTo(1);
        double[] extreme = {0, 0, 1, 1, 0};
        assertThat(LabelShiftLikelihood.of(ScoreHistogram.of(extreme), 0.5, EXACT, 1)
                        .estimate())
                .isCloseTo(0.4, within(1e-6));
    }

    @Test
    void allowingForAShiftCoversAShift() {
        int runs = 200;
        int widened = 0;
        int stated = 0;
        RandomGenerator random = new SeededStreams(31).stream("shift", 0);
        for (int run = 0; run < runs; run++) {
            ScoreHistogram pool = ScoreHistogram.of(scores(3000, 0.15, 0.7 * random.nextGaussian(), 50 + run));
            LogOddsCalibration believed = LogOddsCalibration.asStated(0.7);
            widened += LabelShiftLikelihood.of(pool, 0.5, believed, run).upper(0.9) >= 0.15 ? 1 : 0;
            stated += LabelShiftLikelihood.of(pool, 0.5, EXACT, run).upper(0.9) >= 0.15 ? 1 : 0;
        }
        assertThat(ClopperPearson.upper(widened, runs, 0.999)).isGreaterThan(0.9);
        assertThat(ClopperPearson.upper(stated, runs, 0.999)).isLessThan(0.9);
    }

    @Test
    void unequalSizesCountAsFewerDocuments() {
        double[] scores = scores(1000, 0.2, 0, 3);
        ScoreHistogram equal = new ScoreHistogram();
        ScoreHistogram unequal = new ScoreHistogram();
        for (int i = 0; i < scores.length; i++) {
            equal.add(scores[i], 5);
            unequal.add(scores[i], i % 10 == 0 ? 91 : 1);
        }
        assertThat(equal.effectiveDocuments()).isCloseTo(1000, within(1e-6));
        assertThat(unequal.effectiveDocuments()).isLessThan(130);
        Limits narrow = LabelShiftLikelihood.of(equal, 0.5, EXACT, 1).interval(0.95);
        Limits wide = LabelShiftLikelihood.of(unequal, 0.5, EXACT, 1).interval(0.95);
        assertThat(wide.upper() - wide.lower()).isGreaterThan(2 * (narrow.upper() - narrow.lower()));
    }

    @Test
    void refusesAnEmptyPool() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelShiftLikelihood.of(new ScoreHistogram(), 0.5, EXACT, 1))
                .withMessageContaining("none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelShiftLikelihood.of(ScoreHistogram.of(new double[] {0.2}), 1, EXACT, 1))
                .withMessageContaining("1.0");
    }

    /** Equations 2.4 and 2.6 of the paper, as they stand. */
    private static double em(double[] posteriors, double trained) {
        double share = trained;
        for (int i = 0; i < 5000; i++) {
            double sum = 0;
            for (double p : posteriors) {
                double synthetic = p * share / trained;
                sum += synthetic / (synthetic + (1 - p) * (1 - share) / (1 - trained));
            }
            share = sum / posteriors.length;
        }
        return share;
    }

    private static double logLikelihood(double[] scores, double share) {
        double sum = 0;
        for (double p : scores) {
            sum += Math.log(share * p / (1 - p) + 1 - share);
        }
        return sum;
    }

    /** P(synthetic) at prior 0.5, off by a shift. */
    private static double[] scores(int n, double share, double shift, int index) {
        RandomGenerator random = new SeededStreams(30).stream("scores", index);
        double[] scores = new double[n];
        for (int i = 0; i < n; i++) {
            double ratio = (random.nextDouble() < share ? 2 : -2) + 2 * random.nextGaussian();
            scores[i] = 1 / (1 + Math.exp(-ratio - shift));
        }
        return scores;
    }
}
