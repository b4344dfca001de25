package io.scapa.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GammaTest {
    private static final MathContext DIGITS = new MathContext(60);

    /** For a whole shape, Q(n, x) is the Poisson probability of fewer than n events. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.001",
        "1, 2",
        "1, 600",
        "3, 0.5",
        "15, 14",
        "16, 40",
        "17, 17.99",
        "50, 400",
        "200, 260",
        "200, 150",
        "1000, 1000",
        "1000, 1900",
        "1000, 700",
        "5000, 7000"
    })
    void wholeShapesAgreeWithTheExactPoissonSum(int shape, double x) {
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < shape; i++) {
            sum = sum.add(term, DIGITS);
            term = term.multiply(new BigDecimal(x), DIGITS).divide(BigDecimal.valueOf(i + 1), DIGITS);
        }
        BigDecimal exact = sum.multiply(exponentialOfNegative(x), DIGITS);
        assertThat(Gamma.regularisedUpper(shape, x)).isCloseTo(exact.doubleValue(), Percentage.withPercentage(1e-10));
        double lower = BigDecimal.ONE.subtract(exact, DIGITS).doubleValue();
        assertThat(Gamma.regularisedLower(shape, x)).isCloseTo(lower, Percentage.withPercentage(1e-10));
    }

    @Test
    void halfShapesAreSquaredNormals() {
        for (double z : new double[] {0.1, 1, 2.5, 6, 30}) {
            assertThat(Gamma.regularisedUpper(0.5, z * z / 2))
                    .isCloseTo(2 * Normal.upperTail(z), Percentage.withPercentage(1e-9));
        }
    }

    @Test
    void theEndsAreCertainOrImpossible() {
        assertThat(Gamma.regularisedUpper(3, 0)).isEqualTo(1);
        assertThat(Gamma.regularisedLower(3, 0)).isZero();
        assertThat(Gamma.regularisedUpper(3, Double.POSITIVE_INFINITY)).isZero();
        assertThat(Gamma.logRegularisedUpper(1, 5000)).isCloseTo(-5000, within(1e-9));
    }

    @Test
    void argumentsOutOfRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gamma.regularisedUpper(0, 1))
                .withMessageContaining("0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gamma.regularisedUpper(1, -1))
                .withMessageContaining("-1.0");
    }

    /** e^-x as (e^(-x / 2^20))^(2^20), whose series is short. */
    private static BigDecimal exponentialOfNegative(double x) {
        MathContext digits = new MathContext(90);
        BigDecimal small =
                new BigDecimal(x).divide(BigDecimal.valueOf(1 << 20), digits).negate();
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 1; i < 60; i++) {
            sum = sum.add(term, digits);
            term = term.multiply(small, digits).divide(BigDecimal.valueOf(i), digits);
        }
        return sum.pow(1 << 20, digits);
    }
}
