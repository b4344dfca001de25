package io.scapa.statistics.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.scapa.statistics.SeededStreams;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LogOddsCalibrationTest {
    @Test
    void findsTheInterceptAndSlopeThatWereThere() {
        Sample sample = sample(20_000, 0.3, 1);
        LogOddsCalibration fit = LogOddsCalibration.fit(sample.stated(), sample.synthetic(), 0);
        assertThat(fit.intercept()).isCloseTo(0.8, within(4 * Math.sqrt(fit.interceptVariance())));
        assertThat(fit.slope()).isCloseTo(0.5, within(4 * Math.sqrt(fit.slopeVariance())));
        assertThat(fit.interceptVariance()).isBetween(1e-5, 1e-2);
    }

    @Test
    void statedErrorsAreThoseOverManySamples() {
        int runs = 200;
        double[] slopes = new double[runs];
        double stated = 0;
        for (int run = 0; run < runs; run++) {
            Sample sample = sample(400, 0.5, 10 + run);
            LogOddsCalibration fit = LogOddsCalibration.fit(sample.stated(), sample.synthetic(), 0);
            slopes[run] = fit.slope();
            stated += fit.slopeVariance() / runs;
        }
        double mean = java.util.Arrays.stream(slopes).average().orElseThrow();
        double variance = java.util.Arrays.stream(slopes)
                        .map(s -> (s - mean) * (s - mean))
                        .sum()
                / (runs - 1);
        assertThat(variance / stated).isBetween(0.7, 1.4);
    }

    @Test
    void drawsHaveTheStatedCovariance() {
        LogOddsCalibration calibration = new LogOddsCalibration(0.2, 1.1, 0.04, -0.006, 0.0025, 0.3);
        RandomGenerator random = new SeededStreams(4).stream("draws", 0);
        int draws = 100_000;
        double[] sums = new double[5];
        for (int i = 0; i < draws; i++) {
            LogOddsCalibration drawn = calibration.draw(random);
            double a = drawn.intercept() - 0.2;
            double b = drawn.slope() - 1.1;
            sums[0] += a / draws;
            sums[1] += b / draws;
            sums[2] += a * a / draws;
            sums[3] += a * b / draws;
            sums[4] += b * b / draws;
        }
        assertThat(sums[0]).isCloseTo(0, within(0.006));
        assertThat(sums[1]).isCloseTo(0, within(0.001));
        assertThat(sums[2]).isCloseTo(0.04 + 0.09, within(0.003));
        assertThat(sums[3]).isCloseTo(-0.006, within(0.0004));
        assertThat(sums[4]).isCloseTo(0.0025, within(0.0001));
    }

    @Test
    void separableTextsDoNotRunAway() {
        double[] stated = {-3, -2, -1, 1, 2, 3};
        boolean[] synthetic = {false, false, false, true, true, true};
        LogOddsCalibration fit = LogOddsCalibration.fit(stated, synthetic, 0);
        assertThat(fit.slope()).isBetween(0.1, 5.0);
    }

    @Test
    void refusesOneClassOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogOddsCalibration.fit(new double[] {1, 2}, new boolean[] {true, true}, 0))
                .withMessageContaining("2 synthetic of 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogOddsCalibration.asStated(-0.1))
                .withMessageContaining("-0.1");
    }

    private record Sample(double[] stated, boolean[] synthetic) {}

    /** True log likelihood ratios are 0.8 + 0.5 * stated. */
    private static Sample sample(int n, double share, int index) {
        RandomGenerator random = new SeededStreams(40).stream("sample", index);
        double[] stated = new double[n];
        boolean[] synthetic = new boolean[n];
        for (int i = 0; i < n; i++) {
            synthetic[i] = random.nextDouble() < share;
            double ratio = (synthetic[i] ? 2 : -2) + 2 * random.nextGaussian();
            stated[i] = (ratio - 0.8) / 0.5;
        }
        return new Sample(stated, synthetic);
    }
}
