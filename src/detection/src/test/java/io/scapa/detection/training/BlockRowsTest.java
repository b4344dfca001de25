package io.scapa.detection.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockRowsTest {
    private static final int[] STARTS = {0, 7, 11, 20};

    private static int[][] rows(int n, RandomGenerator random) {
        int[][] rows = new int[n][];
        Arrays.setAll(
                rows,
                r -> IntStream.range(0, 20).filter(f -> random.nextInt(3) == 0).toArray());
        return rows;
    }

    private static int blockOf(int feature) {
        return feature < 7 ? 0 : feature < 11 ? 1 : 2;
    }

    @Test
    void aFitOfSomeBlocksIsTheFitOfRowsWithoutTheOthers() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        int[][] rows = rows(300, random);
        boolean[] labels = new boolean[rows.length];
        double[] weights = new double[rows.length];
        for (int r = 0; r < rows.length; r++) {
            int row = r;
            labels[r] = random.nextDouble() < (Arrays.stream(rows[row]).anyMatch(f -> f == 2 || f == 15) ? 0.8 : 0.3);
            weights[r] = 1 + random.nextInt(2);
        }
        float[] idf = new float[20];
        for (int f = 0; f < idf.length; f++) {
            idf[f] = 1 + f % 4;
        }
        for (int reads = 1; reads < 8; reads++) {
            int mask = reads;
            BlockRows some = new BlockRows(rows, STARTS, mask);
            int[][] filtered = Arrays.stream(rows)
                    .map(row -> Arrays.stream(row)
                            .filter(f -> (mask >>> blockOf(f) & 1) == 1)
                            .toArray())
                    .toArray(int[][]::new);
            float[] scales = some.scales(idf);
            assertThat(scales).isEqualTo(new BlockRows(filtered, STARTS, -1).scales(idf));
            var fit = WeightedLogisticRegression.fit(
                    new WeightedLogisticRegression.Rows(some, scales, labels, weights, idf), 2, 100);
            var twin = WeightedLogisticRegression.fit(
                    new WeightedLogisticRegression.Rows(filtered, scales, labels, weights, idf), 2, 100);
            assertThat(fit.coefficients()).containsExactly(twin.coefficients(), within(1e-12));
            for (int r = 0; r < rows.length; r++) {
                double dot = twin.intercept();
                for (int f : filtered[r]) {
                    dot += twin.coefficients()[f] * idf[f] * scales[r];
                }
                assertThat(WeightedLogisticRegression.margin(some, r, idf, scales[r], fit))
                        .isCloseTo(dot, within(1e-6));
            }
        }
    }

    @Test
    void neighbouringBlocksAreOneStretch() {
        assertThat(new BlockRows(new int[0][], STARTS, 3).stretches()).containsExactly(0, 11);
        assertThat(new BlockRows(new int[0][], STARTS, 5).stretches()).containsExactly(0, 7, 11, 20);
        assertThat(new BlockRows(new int[0][], STARTS, -1).stretches()).containsExactly(0, 20);
    }
}
