package io.scapa.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ClopperPearsonTest {
    @Test
    void limitsLeaveTheStatedTails() {
        for (long n : new long[] {5, 60, 4000, 10_000_000}) {
            for (long k : new long[] {1, n / 3, n - 1}) {
                Limits limits = ClopperPearson.interval(k, n, 0.95);
                assertThat(Binomial.upperTail(k, n, limits.lower())).isCloseTo(0.025, Percentage.withPercentage(1e-4));
                assertThat(Binomial.lowerTail(k, n, limits.upper())).isCloseTo(0.025, Percentage.withPercentage(1e-4));
                assertThat(limits.contains((double) k / n)).isTrue();
            }
        }
    }

    @Test
    void noneOrAllHaveClosedForms() {
        assertThat(ClopperPearson.interval(0, 10, 0.95).lower()).isZero();
        assertThat(ClopperPearson.interval(0, 10, 0.95).upper()).isCloseTo(1 - Math.pow(0.025, 0.1), within(1e-14));
        assertThat(ClopperPearson.interval(10, 10, 0.95).upper()).isEqualTo(1);
        assertThat(ClopperPearson.lower(10, 10, 0.95)).isCloseTo(Math.pow(0.05, 0.1), within(1e-14));
        assertThat(ClopperPearson.upper(0, 300, 0.95)).as("the rule of three").isCloseTo(0.01, within(1e-4));
    }

    @Test
    void coverageIsNeverBelowTheConfidence() {
        for (double p : new double[] {0.003, 0.1, 0.5, 0.77}) {
            double covered = 0;
            for (int k = 0; k <= 120; k++) {
                covered += ClopperPearson.interval(k, 120, 0.9).contains(p)
                        ? Math.exp(Binomial.logProbability(k, 120, p))
                        : 0;
            }
            assertThat(covered).isGreaterThanOrEqualTo(0.9 - 1e-12);
        }
    }

    @Test
    void argumentsOutOfRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClopperPearson.upper(3, 2, 0.95))
                .withMessageContaining("3 of 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClopperPearson.upper(1, 2, 1))
                .withMessageContaining("1.0");
    }
}
