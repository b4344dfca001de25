package io.scapa.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class NormalTest {
    private static final MathContext DIGITS = new MathContext(420);

    @Test
    void tailsAgreeWithTheTaylorSeriesInManyDigits() {
        for (double z : new double[] {0, 0.1, 0.5, 1, 1.96, 2.5, 2.999, 3, 3.5, 5, 8, 13}) {
            double exact =
                    new BigDecimal("0.5").subtract(centralArea(z), DIGITS).doubleValue();
            assertThat(Normal.upperTail(z)).as("z=%s", z).isCloseTo(exact, Percentage.withPercentage(1e-10));
            assertThat(Normal.logUpperTail(z)).isCloseTo(Math.log(exact), within(1e-12));
            assertThat(Normal.lowerTail(z)).isCloseTo(1 - exact, within(1e-15));
        }
    }

    @Test
    void quantilesUndoTails() {
        for (double p = 1e-300; p < 0.5; p *= 7) {
            double z = Normal.quantile(p);
            assertThat(Normal.lowerTail(z)).as("p=%s", p).isCloseTo(p, Percentage.withPercentage(1e-9));
            assertThat(Normal.upperQuantile(p)).isEqualTo(-z);
        }
        assertThat(Normal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-14));
        assertThat(Normal.quantile(0.5)).isCloseTo(0, within(1e-15));
        assertThat(Normal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Normal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void logsGoOnWhereTheTailUnderflows() {
        assertThat(Normal.upperTail(50)).isZero();
        assertThat(Normal.logUpperTail(50)).isCloseTo(-1254.8313611394201, within(1e-9));
        assertThat(Normal.logUpperTail(-50)).isCloseTo(0, within(1e-300));
        assertThat(Normal.upperTail(Double.POSITIVE_INFINITY)).isZero();
    }

    @Test
    void argumentsOutOfRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Normal.quantile(-0.1))
                .withMessageContaining("-0.1");
        assertThatIllegalArgumentException().isThrownBy(() -> Normal.upperQuantile(0));
    }

    /** The area from 0 to z: z phi(0) sum of (-z^2/2)^k / (k! (2k+1)). */
    private static BigDecimal centralArea(double z) {
        BigDecimal half =
                new BigDecimal(z).pow(2).divide(BigDecimal.TWO, DIGITS).negate();
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = 0; k < 1200; k++) {
            sum = sum.add(term.divide(BigDecimal.valueOf(2 * k + 1), DIGITS), DIGITS);
            term = term.multiply(half, DIGITS).divide(BigDecimal.valueOf(k + 1), DIGITS);
        }
        return sum.multiply(new BigDecimal(z)).divide(twoPi().sqrt(DIGITS), DIGITS);
    }

    /** Machin: pi = 16 atan(1/5) - 4 atan(1/239). */
    private static BigDecimal twoPi() {
        return arctangentOfInverse(5)
                .multiply(BigDecimal.valueOf(32))
                .subtract(arctangentOfInverse(239).multiply(BigDecimal.valueOf(8)));
    }

    private static BigDecimal arctangentOfInverse(int x) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(x), DIGITS);
        for (int k = 1; k < 650; k += 2) {
            BigDecimal term = power.divide(BigDecimal.valueOf(k), DIGITS);
            sum = k % 4 == 1 ? sum.add(term, DIGITS) : sum.subtract(term, DIGITS);
            power = power.divide(BigDecimal.valueOf((long) x * x), DIGITS);
        }
        return sum;
    }
}
