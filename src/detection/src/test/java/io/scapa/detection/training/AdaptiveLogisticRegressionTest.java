package io.scapa.detection.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdaptiveLogisticRegressionTest {
    private static final int FEATURES = 40;
    private static final FitOptions.Adaptive PLAIN = new FitOptions.Adaptive(0.3, 0, 2, true);

    /** Feature 3 speaks for synthetic texts, feature 5 for human ones; feature 7 for synthetic ones, in one row of fifty. */
    private static WeightedLogisticRegression.Rows rows(int n, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int[][] features = new int[n][];
        boolean[] labels = new boolean[n];
        for (int r = 0; r < n; r++) {
            labels[r] = random.nextBoolean();
            boolean label = labels[r];
            features[r] = IntStream.range(0, FEATURES)
                    .filter(f -> switch (f) {
                        case 3 -> random.nextDouble() < (label ? 0.6 : 0.2);
                        case 5 -> random.nextDouble() < (label ? 0.2 : 0.6);
                        case 7 -> label && random.nextDouble() < 0.04;
                        default -> random.nextDouble() < 0.3;
                    })
                    .toArray();
        }
        float[] idf = new float[FEATURES];
        Arrays.fill(idf, 1.5f);
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        return new WeightedLogisticRegression.Rows(features, new float[n], labels, weights, idf);
    }

    private static WeightedLogisticRegression.Rows weighted(WeightedLogisticRegression.Rows rows, double... weights) {
        return new WeightedLogisticRegression.Rows(
                rows.features(), rows.scales(), rows.synthetic(), weights, rows.idf());
    }

    @Test
    void featuresGetTheSignOfTheLabelThatTheySpeakFor() {
        for (double dropout : new double[] {0, 0.5}) {
            double[] found = AdaptiveLogisticRegression.fit(
                            rows(4000, 1), new FitOptions.Adaptive(0.3, dropout, 2, dropout == 0), 1)
                    .coefficients();
            assertThat(found[3])
                    .isEqualTo(Arrays.stream(found)
                            .filter(v -> v != found[7])
                            .max()
                            .orElseThrow());
            assertThat(found[5]).isEqualTo(Arrays.stream(found).min().orElseThrow());
            assertThat(found[7]).as("a rare feature moves, too").isGreaterThan(0.5 * found[3]);
        }
    }

    /** The slow twin, on one row: its formula by hand. */
    @Test
    void oneStepIsWhatTheFormulaSays() {
        int[][] features = {{0, 2}};
        float[] idf = {1, 5, 2};
        WeightedLogisticRegression.Rows one = new WeightedLogisticRegression.Rows(
                features, new float[1], new boolean[] {true}, new double[] {3}, idf);
        WeightedLogisticRegression.Fit fit =
                AdaptiveLogisticRegression.fit(one, new FitOptions.Adaptive(0.1, 0, 1, false), 5);
        double gradient = 0.5 - 1;
        for (int f : features[0]) {
            double slope = gradient * idf[f] / Math.sqrt(5);
            assertThat(fit.coefficients()[f]).isCloseTo(-0.1 * slope / Math.sqrt(0.01 + slope * slope), within(1e-6));
        }
        assertThat(fit.coefficients()[1]).isZero();
        assertThat(fit.intercept()).isCloseTo(0.1 * 0.01 * 0.5, within(1e-12));
    }

    @Test
    void aSeedDecidesAll() {
        FitOptions.Adaptive hiding = new FitOptions.Adaptive(0.3, 0.5, 2, false);
        double[] once = AdaptiveLogisticRegression.fit(rows(500, 2), hiding, 7).coefficients();
        assertThat(AdaptiveLogisticRegression.fit(rows(500, 2), hiding, 7).coefficients())
                .containsExactly(once);
        assertThat(AdaptiveLogisticRegression.fit(rows(500, 2), hiding, 8).coefficients())
                .isNotEqualTo(once);
    }

    @Test
    void rowsWithoutWeightAndFeaturesThatAreNotReadDoNotCount() {
        WeightedLogisticRegression.Rows rows = rows(600, 3);
        double[] half = new double[600];
        Arrays.fill(half, 0, 300, 2);
        WeightedLogisticRegression.Rows first = new WeightedLogisticRegression.Rows(
                Arrays.copyOf(rows.features().features(), 300),
                new float[300],
                Arrays.copyOf(rows.synthetic(), 300),
                Arrays.copyOf(half, 300),
                rows.idf());
        assertThat(AdaptiveLogisticRegression.fit(weighted(rows, half), PLAIN, 1)
                        .coefficients())
                .containsExactly(AdaptiveLogisticRegression.fit(first, PLAIN, 1).coefficients());
        BlockRows second = new BlockRows(rows.features().features(), new int[] {0, 5, FEATURES}, 2);
        double[] found = AdaptiveLogisticRegression.fit(
                        new WeightedLogisticRegression.Rows(
                                second, rows.scales(), rows.synthetic(), rows.weights(), rows.idf()),
                        PLAIN,
                        1)
                .coefficients();
        assertThat(Arrays.copyOf(found, 5)).containsOnly(0);
        assertThat(found[5]).isNegative();
    }

    @Test
    void rowsWithoutFeaturesFailTheFit() {
        WeightedLogisticRegression.Rows empty = new WeightedLogisticRegression.Rows(
                new int[2][0], new float[2], new boolean[] {true, false}, new double[] {1, 1}, new float[] {1});
        assertThatThrownBy(() -> AdaptiveLogisticRegression.fit(empty, PLAIN, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the fit failed");
    }

    @Test
    void optionsThatFitNothingAreRefused() {
        assertThatThrownBy(() -> new FitOptions.Adaptive(0, 0.5, 1, false)).hasMessageContaining("rate > 0");
        assertThatThrownBy(() -> new FitOptions.Adaptive(0.1, 1, 1, false)).hasMessageContaining("dropout in [0, 1)");
        assertThatThrownBy(() -> new FitOptions.Adaptive(0.1, 0, 0, false)).hasMessageContaining("passes >= 1");
        assertThatThrownBy(() -> new FitOptions.Batch(0, 5)).hasMessageContaining("C > 0");
        assertThatThrownBy(() -> new FitOptions.Batch(1, 0)).hasMessageContaining("iterations >= 1");
    }
}
