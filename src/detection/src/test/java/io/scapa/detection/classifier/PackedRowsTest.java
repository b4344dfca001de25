package io.scapa.detection.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums in lanes against sums of the numbers themselves. */
class PackedRowsTest {
    private static final int ROWS = 500;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(4);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5, 7, 8, 9, 12, 13})
    void sumsAreThoseOfTheNumbers(int columns) {
        float[][] numbers = numbers(columns);
        PackedRows packed = new PackedRows(columnsOf(numbers));
        for (int n : new int[] {0, 1, 2, 300, 65_535, 65_536, 65_537, 200_000}) {
            int[] rows = random.ints(n, 0, ROWS).toArray();
            double[] sums = new double[columns];
            java.util.Arrays.fill(sums, 99);
            packed.sum(rows, n, sums);
            for (int column = 0; column < columns; column++) {
                double exact = 0;
                double rounded = 0;
                for (int row : rows) {
                    exact += numbers[row][column];
                    rounded += value(packed, row, column);
                }
                assertThat(sums[column]).isCloseTo(rounded, within(1e-9 + 1e-9 * n * greatest(column)));
                assertThat(sums[column]).isCloseTo(exact, within(1e-9 + n * greatest(column) / 65_534));
            }
        }
    }

    /** What fills a lane to the brim. */
    @ParameterizedTest
    @ValueSource(ints = {65_535, 65_536, 65_537, 131_072})
    void noLaneRunsOver(int n) {
        PackedRows packed = new PackedRows(new float[][] {{5}, {-5}, {1}, {-1}, {0.5f}});
        double[] sums = new double[5];
        packed.sum(new int[n], n, sums);
        assertThat(sums).containsExactly(new double[] {5.0 * n, -5.0 * n, n, -n, 0.5 * n}, within(1e-6 * n));
    }

    @Test
    void whatIsNotFiniteIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PackedRows(new float[][] {{1}, {Float.POSITIVE_INFINITY}}))
                .withMessageContaining("finite");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 9})
    void everyNumberIsOffByLittleAndZeroIsZero(int columns) {
        float[][] numbers = numbers(columns);
        PackedRows packed = new PackedRows(columnsOf(numbers));
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < columns; column++) {
                assertThat(value(packed, row, column))
                        .isCloseTo(numbers[row][column], within(1e-12 + greatest(column) / 65_533));
                if (numbers[row][column] == 0) {
                    assertThat(value(packed, row, column)).isZero();
                }
            }
        }
    }

    /** A number as it is added: the sum of its row alone. */
    private static double value(PackedRows packed, int row, int column) {
        double[] sums = new double[13];
        packed.sum(new int[] {row}, 1, sums);
        return sums[column];
    }

    private static float[][] columnsOf(float[][] rows) {
        float[][] columns = new float[rows[0].length][rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = rows[row][column];
            }
        }
        return columns;
    }

    /** Columns of scales far apart; the third is nothing but zeros, and of the others every fifth. */
    private float[][] numbers(int columns) {
        float[][] numbers = new float[ROWS][columns];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < columns; column++) {
                numbers[row][column] = row % 5 == 0 ? 0 : (float) (greatest(column) * random.nextDouble(-1, 1));
            }
        }
        return numbers;
    }

    private static double greatest(int column) {
        return column == 2 ? 0 : Math.pow(10, column % 4 - 2);
    }
}
