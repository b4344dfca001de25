package io.scapa.simulation.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scapa.simulation.theory.SpecialFunctions;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every generator against its law, by chi-square over bins or by moments; seeded, so a pass stays a pass. */
class VariatesTest {
    private static final int DRAWS = 400_000;
    /** A chi-square over its degrees of freedom stays below this with probability above 1 - 1e-6 for 20 bins and more. */
    private static final double WORST = 3.5;

    private final ChainRandom random = new ChainRandom(11, 0);

    @Test
    void normalsFollowTheNormalLawInEveryBinAndInTheTails() {
        int bins = 60;
        double[] expected = new double[bins + 2];
        long[] counts = new long[bins + 2];
        double low = -4.5;
        double width = 9.0 / bins;
        for (int i = 0; i <= bins + 1; i++) {
            double from = i == 0 ? -40 : low + (i - 1) * width;
            double to = i == bins + 1 ? 40 : low + i * width;
            expected[i] = normalMass(from, to);
        }
        int draws = 4_000_000;
        for (int i = 0; i < draws; i++) {
            double bin = (random.nextGaussian() - low) / width;
            counts[bin < 0 ? 0 : bin >= bins ? bins + 1 : (int) bin + 1]++;
        }
        assertThat(chiSquare(counts, i -> expected[i] * draws)).isLessThan(WORST);
    }

    private static double normalMass(double from, double to) {
        return io.scapa.statistics.Normal.upperTail(from) - io.scapa.statistics.Normal.upperTail(to);
    }

    @Test
    void sumsOfNormalsAreThoseOfTheSameStream() {
        ChainRandom twin = new ChainRandom(3, 4);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 101; i++) {
            double z = twin.nextGaussian();
            sum += z;
            squares += z * z;
        }
        double[] sums = new double[2];
        new ChainRandom(3, 4).sumGaussians(101, sums);
        assertThat(sums[0]).isCloseTo(sum, within(1e-12));
        assertThat(sums[1]).isCloseTo(squares, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"10,0.3", "1000,0.002", "1000,0.4", "40,0.97", "100000,0.001", "7,0.5"})
    void binomialsFollowTheBinomialLaw(int n, double p) {
        assertDiscrete(() -> Variates.binomial(random, n, p), n, k -> binomialMass(n, p, k));
    }

    private static double binomialMass(int n, double p, int k) {
        double log = SpecialFunctions.logGamma(n + 1)
                - SpecialFunctions.logGamma(k + 1)
                - SpecialFunctions.logGamma(n - k + 1);
        return Math.exp(log + k * Math.log(p) + (n - k) * Math.log1p(-p));
    }

    @ParameterizedTest
    @CsvSource({"0.2", "4.5", "9.9", "10.1", "60", "1500"})
    void poissonsFollowThePoissonLaw(double mean) {
        assertDiscrete(() -> Variates.poisson(random, mean), (int) (mean + 40 * Math.sqrt(mean) + 40), k -> {
            double log = -mean + k * Math.log(mean) - SpecialFunctions.logGamma(k + 1);
            return Math.exp(log);
        });
    }

    private void assertDiscrete(IntSupplier draw, int most, IntToDoubleFunction mass) {
        long[] counts = new long[most + 1];
        for (int i = 0; i < DRAWS; i++) {
            counts[draw.getAsInt()]++;
        }
        assertThat(chiSquare(counts, k -> mass.applyAsDouble(k) * DRAWS)).isLessThan(WORST);
    }

    /** Chi-square per degree of freedom over cells merged until each expects 20. */
    private static double chiSquare(long[] counts, IntToDoubleFunction expected) {
        double sum = 0;
        int cells = 0;
        double want = 0;
        double have = 0;
        for (int k = 0; k < counts.length; k++) {
            want += expected.applyAsDouble(k);
            have += counts[k];
            if (want >= 20) {
                sum += (have - want) * (have - want) / want;
                cells++;
                want = 0;
                have = 0;
            }
        }
        return sum / Math.max(1, cells - 1);
    }

    @ParameterizedTest
    @CsvSource({"0.4", "1", "9", "99"})
    void chiSquaresHaveTheirMeanAndVariance(double degrees) {
        double[] moments = moments(() -> Variates.chiSquare(random, degrees));
        assertThat(moments[0]).isCloseTo(degrees, within(5 * Math.sqrt(2 * degrees / DRAWS)));
        assertThat(moments[1]).isCloseTo(2 * degrees, within(2 * degrees * 5 * Math.sqrt((2 + 12 / degrees) / DRAWS)));
    }

    private static double[] moments(DoubleSupplier draw) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double x = draw.getAsDouble();
            sum += x;
            squares += x * x;
        }
        double mean = sum / DRAWS;
        return new double[] {mean, squares / DRAWS - mean * mean};
    }

    @Test
    void multinomialsSumToTheirTotalAndHaveTheirMeans() {
        double[] p = {0.5, 0, 0.3, 0.15, 0.05};
        int[] counts = new int[5];
        long[] totals = new long[5];
        for (int i = 0; i < 20_000; i++) {
            Variates.multinomial(random, 50, p, counts);
            int sum = 0;
            for (int k = 0; k < 5; k++) {
                sum += counts[k];
                totals[k] += counts[k];
            }
            assertThat(sum).isEqualTo(50);
        }
        for (int k = 0; k < 5; k++) {
            assertThat(totals[k] / 1e6).isCloseTo(p[k], within(0.0026));
        }
    }

    @Test
    void chainsHaveStreamsOfTheirOwn() {
        assertThat(new ChainRandom(1, 0).nextLong()).isNotEqualTo(new ChainRandom(1, 1).nextLong());
        assertThat(new ChainRandom(1, 0).nextLong()).isNotEqualTo(new ChainRandom(2, 0).nextLong());
        assertThat(new ChainRandom(1, 5).nextLong()).isEqualTo(new ChainRandom(1, 5).nextLong());
        for (int i = 0; i < 1000; i++) {
            assertThat(random.nextInt(7)).isBetween(0, 6);
        }
    }
}
