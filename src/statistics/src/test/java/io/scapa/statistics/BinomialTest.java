package io.scapa.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialTest {
    private static final MathContext DIGITS = new MathContext(60);

    @Test
    void tailsAgreeWithTheExactSumOfRationals() {
        RandomGenerator random = new SeededStreams(1).stream("binomial", 0);
        for (int i = 0; i < 400; i++) {
            int n = 1 + random.nextInt(i % 10 == 0 ? 1500 : 120);
            double p = switch (i % 4) {
                case 0 -> random.nextDouble();
                case 1 -> 0.25;
                case 2 -> Math.pow(10, -8 * random.nextDouble());
                default -> 1 - Math.pow(10, -8 * random.nextDouble());
            };
            int k = random.nextInt(n + 1);
            assertClose(Binomial.upperTail(k, n, p), sum(k, n, n, p), k, n, p);
            assertClose(Binomial.lowerTail(k, n, p), sum(0, k, n, p), k, n, p);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "60000, 200000, 0.25",
        "52000, 200000, 0.25",
        "50010, 200000, 0.25",
        "49000, 200000, 0.25",
        "4, 200000, 1e-7"
    })
    void largeCountsKeepTheirDigits(int k, int n, double p) {
        assertClose(Binomial.upperTail(k, n, p), sumUntilNegligible(k, n, p), k, n, p);
    }

    @Test
    void logsGoOnWhereTheTailUnderflows() {
        assertThat(Binomial.upperTail(100_000, 100_000, 0.25)).isZero();
        assertThat(Binomial.logUpperTail(100_000, 100_000, 0.25)).isCloseTo(100_000 * Math.log(0.25), within(1e-9));
        assertThat(Binomial.logLowerTail(0, 100_000, 0.25)).isCloseTo(100_000 * Math.log(0.75), within(1e-9));
    }

    @Test
    void theEndsAreCertainOrImpossible() {
        assertThat(Binomial.upperTail(0, 10, 0.3)).isEqualTo(1);
        assertThat(Binomial.upperTail(-5, 10, 0.3)).isEqualTo(1);
        assertThat(Binomial.upperTail(11, 10, 0.3)).isZero();
        assertThat(Binomial.lowerTail(10, 10, 0.3)).isEqualTo(1);
        assertThat(Binomial.lowerTail(-1, 10, 0.3)).isZero();
        assertThat(Binomial.upperTail(1, 10, 0)).isZero();
        assertThat(Binomial.upperTail(10, 10, 1)).isEqualTo(1);
        assertThat(Binomial.upperTail(3, 10, 1)).isEqualTo(1);
        assertThat(Binomial.lowerTail(9, 10, 1)).isZero();
        assertThat(Binomial.lowerTail(3, 10, 0)).isEqualTo(1);
        assertThat(Binomial.lowerTail(0, 10, 0)).isEqualTo(1);
        assertThat(Binomial.upperTail(0, 0, 0.5)).isEqualTo(1);
    }

    @Test
    void probabilitiesSumToOne() {
        double sum = 0;
        for (int k = 0; k <= 300; k++) {
            sum += Math.exp(Binomial.logProbability(k, 300, 0.37));
        }
        assertThat(sum).isCloseTo(1, within(1e-13));
        assertThat(Binomial.logProbability(301, 300, 0.37)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void argumentsOutOfRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Binomial.upperTail(1, -2, 0.5))
                .withMessageContaining("-2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Binomial.upperTail(1, 2, 1.5))
                .withMessageContaining("1.5");
        assertThatIllegalArgumentException().isThrownBy(() -> Binomial.lowerTail(1, 2, Double.NaN));
    }

    private static void assertClose(double actual, BigDecimal exact, int k, int n, double p) {
        double expected = exact.doubleValue();
        if (expected < Double.MIN_NORMAL) {
            assertThat(actual).isLessThanOrEqualTo(Double.MIN_NORMAL * 1.0001);
            return;
        }
        assertThat(actual).as("k=%d n=%d p=%s", k, n, p).isCloseTo(expected, Percentage.withPercentage(1e-10));
    }

    /** The slow obvious twin: p is the exact rational that the double holds. */
    private static BigDecimal sum(int from, int to, int n, double p) {
        BigDecimal success = new BigDecimal(p);
        BigDecimal failure = BigDecimal.ONE.subtract(success);
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = from; k <= to; k++) {
            sum = sum.add(mass(k, n, success, failure), DIGITS);
        }
        return sum;
    }

    private static BigDecimal sumUntilNegligible(int k, int n, double p) {
        BigDecimal success = new BigDecimal(p);
        BigDecimal failure = BigDecimal.ONE.subtract(success);
        BigDecimal odds = success.divide(failure, DIGITS);
        BigDecimal term = mass(k, n, success, failure);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = k; term.compareTo(sum.multiply(new BigDecimal("1e-25"))) > 0; i++) {
            sum = sum.add(term, DIGITS);
            term = term.multiply(BigDecimal.valueOf(n - i), DIGITS)
                    .divide(BigDecimal.valueOf(i + 1), DIGITS)
                    .multiply(odds, DIGITS);
        }
        return sum;
    }

    private static BigDecimal mass(int k, int n, BigDecimal success, BigDecimal failure) {
        BigDecimal choose = BigDecimal.ONE;
        int few = Math.min(k, n - k);
        for (int i = 0; i < few; i++) {
            choose = choose.multiply(BigDecimal.valueOf(n - i), DIGITS).divide(BigDecimal.valueOf(i + 1), DIGITS);
        }
        return choose.multiply(success.pow(k, DIGITS), DIGITS).multiply(failure.pow(n - k, DIGITS), DIGITS);
    }
}
