package io.scapa.detection.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scapa.statistics.Binomial;
import org.junit.jupiter.api.Test;

class NullModelTest {
    /** The mean of a Bayes factor under the null is 1: summed exactly for counts, integrated for exponential sums. */
    @Test
    void bayesFactorsAverageToOneInUnmarkedText() {
        for (double gamma : new double[] {0.25, 0.5}) {
            NullModel.Green green = new NullModel.Green(gamma);
            double mean = 0;
            for (int k = 0; k <= 80; k++) {
                mean += Math.exp(Binomial.logProbability(k, 80, gamma) + green.logBayesFactor(k, 80));
            }
            assertThat(mean).isCloseTo(1, within(1e-9));
        }
        NullModel.Exponential exponential = new NullModel.Exponential(1);
        double mean = 0;
        double step = 0.01;
        for (double s = step / 2; s < 3000; s += step) {
            double logDensity = 19 * Math.log(s) - s - org.hipparchus.special.Gamma.logGamma(20);
            mean += step * Math.exp(logDensity + exponential.logBayesFactor(s, 20));
        }
        assertThat(mean).isBetween(0.97, 1.001);
    }

    /** The slow twin integrates the Beta mixture by the midpoint rule. */
    @Test
    void theGreenFactorIsTheIntegralOverTheShare() {
        double gamma = 0.25;
        int steps = 200_000;
        double integral = 0;
        for (int i = 0; i < steps; i++) {
            double q = gamma + (1 - gamma) * (i + 0.5) / steps;
            integral += Math.exp(40 * Math.log(q / gamma) + 60 * Math.log((1 - q) / (1 - gamma))) / steps;
        }
        assertThat(new NullModel.Green(gamma).logBayesFactor(40, 100)).isCloseTo(Math.log(integral), within(1e-7));
    }

    @Test
    void theFixedListsTailIsTheSumOfItsProbabilities() {
        double sum = 0;
        for (int k = 14; k <= 20; k++) {
            sum += Math.exp(Hypergeometric.logProbability(k, 100, 50, 20));
        }
        assertThat(new NullModel.FixedList(100, 50).pValue(14, 20)).isCloseTo(sum, within(1e-12));
        assertThat(new NullModel.FixedList(100, 50).pValue(0, 20)).isEqualTo(1);
        assertThat(new NullModel.FixedList(100, 50).pValue(21, 20)).isZero();
    }

    @Test
    void aPairOfKeysIsMatchedByItsMoments() {
        NullModel.Exponential pair = new NullModel.Exponential(0.82);
        assertThat(pair.pValue(100, 100)).isBetween(0.45, 0.55);
        assertThat(pair.z(100 + Math.sqrt(82), 100)).isCloseTo(1, within(1e-12));
    }
}
