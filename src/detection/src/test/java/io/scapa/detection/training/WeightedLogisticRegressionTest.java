package io.scapa.detection.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class WeightedLogisticRegressionTest {
    private static final int FEATURES = 12;

    private static WeightedLogisticRegression.Rows rows(int n, long seed, boolean signal) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int[][] features = new int[n][];
        float[] scales = new float[n];
        boolean[] labels = new boolean[n];
        double[] weights = new double[n];
        for (int r = 0; r < n; r++) {
            features[r] = signal
                    ? java.util.stream.IntStream.range(0, FEATURES)
                            .filter(f -> random.nextInt(3) == 0)
                            .toArray()
                    : new int[0];
            scales[r] = (float) (1 / Math.sqrt(1 + features[r].length));
            boolean marked = Arrays.stream(features[r]).anyMatch(f -> f == 3);
            labels[r] = random.nextDouble() < (marked ? 0.8 : 0.3);
            weights[r] = 0.5 + random.nextInt(3);
        }
        float[] idf = new float[FEATURES];
        Arrays.fill(idf, 1.5f);
        return new WeightedLogisticRegression.Rows(features, scales, labels, weights, idf);
    }

    @Test
    void theGradientVanishesAtTheFit() {
        WeightedLogisticRegression.Rows rows = rows(400, 1, true);
        double cost = 2;
        WeightedLogisticRegression.Fit fit = WeightedLogisticRegression.fit(rows, cost, 500);
        double[] gradient = new double[FEATURES + 1];
        for (int r = 0; r < rows.weights().length; r++) {
            double margin = fit.intercept();
            for (int f : rows.features().features()[r]) {
                margin += fit.coefficients()[f] * rows.idf()[f] * rows.scales()[r];
            }
            double error = rows.weights()[r] * (1 / (1 + Math.exp(-margin)) - (rows.synthetic()[r] ? 1 : 0));
            for (int f : rows.features().features()[r]) {
                gradient[f] += error * rows.idf()[f] * rows.scales()[r];
            }
            gradient[FEATURES] += error;
        }
        for (int f = 0; f < FEATURES; f++) {
            assertThat(gradient[f] + fit.coefficients()[f] / cost).isCloseTo(0, within(0.05));
        }
        assertThat(gradient[FEATURES]).isCloseTo(0, within(0.05));
        assertThat(fit.coefficients()[3])
                .isEqualTo(Arrays.stream(fit.coefficients()).max().orElseThrow());
    }

    @Test
    void aRowOfWeightTwoIsTwoRows() {
        WeightedLogisticRegression.Rows rows = rows(200, 2, true);
        int n = rows.weights().length;
        int[][] features = Arrays.copyOf(rows.features().features(), 2 * n);
        float[] scales = Arrays.copyOf(rows.scales(), 2 * n);
        boolean[] labels = Arrays.copyOf(rows.synthetic(), 2 * n);
        double[] halves = new double[2 * n];
        for (int r = 0; r < n; r++) {
            features[n + r] = features[r];
            scales[n + r] = scales[r];
            labels[n + r] = labels[r];
            halves[r] = rows.weights()[r] / 2;
            halves[n + r] = rows.weights()[r] / 2;
        }
        double[] once = WeightedLogisticRegression.fit(rows, 1, 300).coefficients();
        double[] twice = WeightedLogisticRegression.fit(
                        new WeightedLogisticRegression.Rows(features, scales, labels, halves, rows.idf()), 1, 300)
                .coefficients();
        for (int f = 0; f < FEATURES; f++) {
            assertThat(twice[f]).isCloseTo(once[f], within(0.01));
        }
    }

    @Test
    void aFitThatLearntNothingFails() {
        assertThatThrownBy(() -> WeightedLogisticRegression.fit(rows(100, 3, false), 1, 50))
                .hasMessageContaining("the fit failed");
    }
}
