package io.scapa.simulation.family.categorical;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.simulation.random.ChainRandom;
import io.scapa.simulation.random.Variates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fast sampler against multinomials drawn symbol by symbol. */
class DriftSamplerTest {
    @ParameterizedTest
    @CsvSource({"1000, 0.1", "10000, 0.1", "2000, 0", "3000, 0.3"})
    void hasTheLawOfTheNaiveSampler(int rows, double real) {
        double[] truth = SymbolLaw.zipf(60).probabilities();
        ChainRandom random = new ChainRandom(9, rows);
        int[] counts = new int[60];
        Variates.multinomial(random, rows, truth, counts);
        double[] law = new double[60];
        for (int k = 0; k < 60; k++) {
            law[k] = (1 - real) * counts[k] / rows + real * truth[k];
        }
        DriftSampler fast = new DriftSampler(DriftSampler.Shared.of(truth, rows, real), 60);
        int repeats = 20_000;
        int[] next = new int[60];
        double[] means = new double[60];
        double[] squares = new double[60];
        long[] fastOfOne = new long[rows + 1];
        long[] slowOfOne = new long[rows + 1];
        for (int i = 0; i < repeats; i++) {
            fast.next(random, counts, next);
            int sum = 0;
            for (int k = 0; k < 60; k++) {
                sum += next[k];
                double off = next[k] - rows * law[k];
                means[k] += off;
                squares[k] += off * off;
            }
            assertThat(sum).isEqualTo(rows);
            fastOfOne[next[5]]++;
            Variates.multinomial(random, rows, law, next);
            slowOfOne[next[5]]++;
        }
        double chi = 0;
        for (int k = 0; k < 60; k++) {
            double variance = rows * law[k] * (1 - law[k]);
            chi += variance == 0 ? 0 : means[k] * means[k] / repeats / variance;
            if (variance > 1) {
                assertThat(squares[k] / repeats / variance).isBetween(0.94, 1.06);
            }
        }
        assertThat(chi).as("chi-square of the means on 59 degrees of freedom").isLessThan(120);
        assertThat(twoSamples(fastOfOne, slowOfOne))
                .as("chi-square per degree of freedom")
                .isLessThan(2.5);
    }

    private static double twoSamples(long[] a, long[] b) {
        double chi = 0;
        int cells = 0;
        long left = 0;
        long right = 0;
        for (int k = 0; k < a.length; k++) {
            left += a[k];
            right += b[k];
            if (left + right >= 200) {
                chi += Math.pow(left - right, 2) / (left + right);
                cells++;
                left = 0;
                right = 0;
            }
        }
        return chi / Math.max(1, cells - 1);
    }

    @Test
    void theUsualFigureIsDrawnByIt() {
        assertThat(DriftSampler.Shared.pays(10_000, 0.1, 1000)).isTrue();
        assertThat(DriftSampler.Shared.pays(50, 0, 6)).isFalse();
    }
}
