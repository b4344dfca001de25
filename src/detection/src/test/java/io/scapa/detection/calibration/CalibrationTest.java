package io.scapa.detection.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final int N = 20_000;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(4);
    private final int[] words = random.ints(N, 20, 800).toArray();
    private final double[] scores = Arrays.stream(words)
            .mapToDouble(w -> random.nextGaussian() * 200.0 / (100 + w))
            .toArray();

    @Test
    void theThresholdHoldsItsRateAtEveryLength() {
        double[] weights = new double[N];
        Arrays.fill(weights, 1);
        LengthThreshold threshold = LengthThreshold.fit(scores, words, weights, 0.01);
        for (int from = 20; from < 800; from += 260) {
            assertThat(rate(threshold, from, from + 260)).isCloseTo(0.01, within(0.006));
        }
        assertThat(threshold.at(30)).isGreaterThan(threshold.at(700));
    }

    @Test
    void aTemperedThresholdLiesHalfwayBetweenTheQuantileOfItsLengthAndThatOfAll() {
        double[] weights = new double[N];
        Arrays.fill(weights, 1);
        LengthThreshold threshold = LengthThreshold.tempered(scores, words, weights, 0.01);
        double overall = quantile(0, 800);
        for (int length : new int[] {70, 300, 600}) {
            double near = quantile(length - 40, length + 40);
            assertThat(threshold.at(length)).isCloseTo((near + overall) / 2, within(0.2));
        }
        assertThat(threshold.at(30)).isGreaterThan(threshold.at(700));
        assertThat(rate(threshold, 20, 800)).isBetween(0.004, 0.012);
    }

    /** The score that 1% of the humans between two lengths exceed. */
    private double quantile(int from, int to) {
        double[] sorted = java.util.stream.IntStream.range(0, N)
                .filter(i -> words[i] >= from && words[i] < to)
                .mapToDouble(i -> scores[i])
                .sorted()
                .toArray();
        return sorted[(int) (0.99 * sorted.length)];
    }

    @Test
    void aFurtherTextOfTheSameKindExceedsAnExchangeableThresholdAtMostAtTheRate() {
        int rounds = 4000;
        for (int n : new int[] {99, 150, 199}) {
            int exceeded = 0;
            for (int round = 0; round < rounds; round++) {
                double[] own = random.doubles(n).toArray();
                LengthThreshold threshold = LengthThreshold.exchangeable(own, new int[n], 0.01);
                exceeded += random.nextDouble() > threshold.at(0) ? 1 : 0;
            }
            assertThat((double) exceeded / rounds)
                    .isCloseTo(Math.floor(0.01 * (n + 1)) / (n + 1), within(0.006))
                    .isLessThan(0.0145);
        }
    }

    @Test
    void betweenBinsTheThresholdIsLinearInTheLogOfTheLength() {
        LengthThreshold threshold =
                new LengthThreshold(new double[] {Math.log(50), Math.log(200)}, new double[] {4, 2});
        assertThat(threshold.at(100)).isCloseTo(3, within(1e-12));
        assertThat(threshold.at(1)).isEqualTo(4);
        assertThat(threshold.at(100_000)).isEqualTo(2);
    }

    @Test
    void aHeavierHumanRaisesTheThresholdMore() {
        double[] weights = {1, 1, 1, 50};
        assertThat(LengthThreshold.fit(new double[] {1, 2, 3, 9}, new int[] {9, 9, 9, 9}, weights, 0.4)
                        .at(9))
                .isEqualTo(9);
        assertThat(LengthThreshold.fit(
                                new double[] {1, 2, 3, 9}, new int[] {9, 9, 9, 9}, new double[] {1, 1, 1, 1}, 0.4)
                        .at(9))
                .isEqualTo(3);
    }

    @Test
    void conformalPValuesOfFreshHumansAreUniformAtEveryLength() {
        int half = N / 2;
        ConformalHumans humans = ConformalHumans.of(Arrays.copyOf(scores, half), Arrays.copyOf(words, half));
        int[] under = new int[3];
        int[] all = new int[3];
        for (int i = half; i < N; i++) {
            int bin = Math.min(2, words[i] / 267);
            all[bin]++;
            under[bin] += humans.of(scores[i], words[i]).value() <= 0.05 ? 1 : 0;
        }
        for (int bin = 0; bin < 3; bin++) {
            assertThat((double) under[bin] / all[bin]).isCloseTo(0.05, within(0.02));
        }
    }

    @Test
    void theSmallestPValueIsOneOverNPlusOne() {
        ConformalHumans humans = ConformalHumans.of(new double[] {1, 2, 3}, new int[] {50, 60, 70});
        assertThat(humans.of(99, 60)).isEqualTo(new ConformalHumans.PValue(0.25, 3, 0, Integer.MAX_VALUE));
        assertThat(humans.of(2, 60).value()).isEqualTo(0.75);
        assertThat(humans.of(-5, 60).value()).isEqualTo(1);
    }

    @Test
    void aWeightedPValueIsTheWeightOfThoseThatScoreAsHighAndOfTheTextItself() {
        double[] weights = new double[N];
        Arrays.setAll(weights, i -> i % 7 == 0 ? 3 : 0.5);
        ConformalHumans humans = ConformalHumans.of(scores, words, weights);
        for (double asked : new double[] {-9, -1, 0, 0.5, 1, 2, 9}) {
            for (int length : new int[] {20, 200, 400, 790}) {
                ConformalHumans.PValue found = humans.of(asked, length);
                double over = 0;
                double all = 0;
                int n = 0;
                for (int i = 0; i < N; i++) {
                    if (words[i] >= found.fromWords() && words[i] < found.toWords()) {
                        over += (float) scores[i] >= (float) asked ? weights[i] : 0;
                        all += weights[i];
                        n++;
                    }
                }
                assertThat(found.humans()).isEqualTo(n);
                assertThat(found.value()).isCloseTo((over / all * n + 1) / (n + 1), within(1e-5));
            }
        }
    }

    @Test
    void cellsThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConformalHumans(new int[0], new float[][] {{1, 2}}, new float[][] {{2}}))
                .withMessageContaining("2 scores and 1 tails");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConformalHumans(new int[] {9}, new float[][] {{1}}, new float[][] {{1}}))
                .withMessageContaining("2 cells");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConformalHumans.of(new double[] {1, 2}, new int[] {9, 9}, new double[] {1, 0}))
                .withMessageContaining("positive");
    }

    @Test
    void withoutWeightsAPValueIsCounted() {
        ConformalHumans humans = ConformalHumans.of(scores, words);
        for (int c = 0; c < humans.scores().length; c++) {
            for (int i = 0; i < humans.scores()[c].length; i++) {
                assertThat(humans.tails()[c][i]).isEqualTo(humans.scores()[c].length - i);
            }
        }
    }

    private double rate(LengthThreshold threshold, int from, int to) {
        int over = 0;
        int all = 0;
        for (int i = 0; i < N; i++) {
            if (words[i] >= from && words[i] < to) {
                all++;
                over += scores[i] > threshold.at(words[i]) ? 1 : 0;
            }
        }
        return (double) over / all;
    }
}
