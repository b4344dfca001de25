package io.scapa.detection.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scapa.statistics.Binomial;
import io.scapa.statistics.Gamma;
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
        NullModel.Exponential exponential = new NullModel.Exponential();
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

    /** The slow twin integrates over the second key's sum by the midpoint rule. */
    @Test
    void thePairsTailIsTheConvolution() {
        for (double share : new double[] {0.1, 0.5, 0.7}) {
            NullModel.KeyPair pair = new NullModel.KeyPair(share);
            for (int scored : new int[] {1, 5, 50}) {
                for (double deviations : new double[] {-1, 0, 2, 4, 8}) {
                    double sum = scored + deviations * Math.sqrt(scored * pair.variance());
                    if (sum > 0) {
                        double p = convolved(share, scored, sum);
                        assertThat(pair.pValue(sum, scored))
                                .as(share + " " + scored + " " + sum)
                                .isCloseTo(p, within(2e-6 * p));
                    }
                }
            }
        }
    }

    private static double convolved(double share, int scored, double sum) {
        int steps = 200_000;
        double most = sum / share;
        double integral = Gamma.regularisedUpper(scored, most);
        for (int i = 0; i < steps; i++) {
            double y = most * (i + 0.5) / steps;
            double logDensity = (scored - 1) * Math.log(y) - y - org.hipparchus.special.Gamma.logGamma(scored);
            integral += most
                    / steps
                    * Math.exp(logDensity)
                    * Gamma.regularisedUpper(scored, (sum - share * y) / (1 - share));
        }
        return integral;
    }

    @Test
    void thePairsTailHoldsFarOutAndForLongTexts() {
        NullModel.KeyPair pair = new NullModel.KeyPair(0.1);
        assertThat(pair.pValue(0, 10)).isEqualTo(1);
        assertThat(pair.pValue(20_000, 20_000)).isBetween(0.499, 0.502);
        assertThat(pair.pValue(2_000, 800)).isBetween(1e-250, 1e-150);
        assertThat(pair.z(100 + Math.sqrt(82), 100)).isCloseTo(1, within(1e-12));
    }

    /** Two moments are not enough: at 50 positions the p-value 1e-3 of the matched law is passed 1.15 times in 1,000. */
    @Test
    void matchingTheMomentsPassesTooOften() {
        NullModel.KeyPair pair = new NullModel.KeyPair(0.1);
        double variance = pair.variance();
        double low = 50;
        double high = 200;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (Gamma.regularisedUpper(50 / variance, middle / variance) > 1e-3) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double exact = pair.pValue(low, 50);
        System.out.printf("matched 1e-3 at 50 positions is %.4e%n", exact);
        assertThat(exact).isBetween(1.05e-3, 1.3e-3);
    }

    @Test
    void thePairsBayesFactorAveragesToOneInUnmarkedText() {
        NullModel.KeyPair pair = new NullModel.KeyPair(0.1);
        double mean = 0;
        double step = 0.05;
        for (double s = step / 2; s < 400; s += step) {
            double density = (pair.pValue(s - step / 2, 20) - pair.pValue(s + step / 2, 20)) / step;
            mean += step * density * Math.exp(pair.logBayesFactor(s, 20));
        }
        assertThat(mean).isBetween(0.93, 1.005);
        assertThat(pair.logBayesFactor(1e-9, 20)).isCloseTo(-Math.log(41), within(1e-6));
    }

    /** On both sides of the weight from which on the second key no longer matters. */
    @Test
    void aSmallWeightIsAlmostOneKey() {
        for (double share : new double[] {1.1e-3, 0.9e-3, 1e-6}) {
            NullModel.KeyPair pair = new NullModel.KeyPair(share);
            NullModel.Exponential single = new NullModel.Exponential();
            assertThat(pair.pValue(35, 20)).isCloseTo(single.pValue(35, 20), within(0.02 * single.pValue(35, 20)));
            assertThat(pair.logBayesFactor(35, 20)).isCloseTo(single.logBayesFactor(35, 20), within(0.03));
        }
    }
}
