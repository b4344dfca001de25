package io.scapa.statistics.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scapa.statistics.ClopperPearson;
import io.scapa.statistics.SeededStreams;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeanBoundTest {
    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "0,2", "1,2", "2,2", "3,10", "9,10", "0,500", "25,500", "250,500", "499,500", "30,3000"})
    void isTheExactLimitForZeroesAndOnes(int ones, int n) {
        double[] values = new double[n];
        Arrays.fill(values, 0, ones, 1);
        for (double miss : new double[] {0.4, 0.05, 0.025, 1e-3, 1e-6}) {
            assertThat(equal(values).upper(miss)).isCloseTo(ClopperPearson.upper(ones, n, 1 - miss), within(1e-8));
        }
    }

    @Test
    void agreesWithDrawnDirichletWeights() {
        RandomGenerator random = new SeededStreams(8).stream("values", 0);
        for (int n : new int[] {1, 3, 20, 150}) {
            double[] values = random.doubles(n, -0.6, 1).toArray();
            double[] sizes = random.doubles(n, 0.2, 5).toArray();
            for (double effective : new double[] {0.5 * n, n, 3.0 * n}) {
                double[] means = drawnMeans(values, sizes, effective, 2.5, 40_000);
                MeanBound bound = new MeanBound(values, sizes, effective, 1, 2.5);
                for (double miss : new double[] {0.3, 0.05, 0.01}) {
                    double limit = bound.upper(miss);
                    long above = Arrays.stream(means).filter(m -> m > limit).count();
                    double error = Math.sqrt(miss * (1 - miss) / means.length);
                    assertThat((double) above / means.length).isCloseTo(miss, within(4.5 * error));
                }
            }
        }
    }

    @Test
    void fallsAsMoreMissesAreAllowedAndNeverPassesTheTop() {
        double[] values =
                new SeededStreams(9).stream("values", 0).doubles(40, -1, 1).toArray();
        double before = 1;
        for (double miss = 1e-9; miss < 0.5; miss *= 3) {
            double limit = equal(values).upper(miss);
            assertThat(limit).isLessThan(before);
            before = limit;
        }
    }

    private static MeanBound equal(double[] values) {
        double[] sizes = new double[values.length];
        Arrays.fill(sizes, 1);
        return new MeanBound(values, sizes, values.length, 1, 1);
    }

    private static double[] drawnMeans(double[] values, double[] sizes, double effective, double topSize, int draws) {
        RandomGamma random = new RandomGamma(new SeededStreams(10).stream("weights", values.length));
        double[] means = new double[draws];
        for (int d = 0; d < draws; d++) {
            double weight = topSize * random.next(1);
            double sum = weight;
            for (int i = 0; i < values.length; i++) {
                double w = sizes[i] * random.next(effective / values.length);
                sum += w * values[i];
                weight += w;
            }
            means[d] = sum / weight;
        }
        return means;
    }
}
