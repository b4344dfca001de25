package io.scapa.statistics.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scapa.statistics.SeededStreams;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class GammaSumTest {
    @Test
    void agreesWithTheClosedFormForDistinctExponentials() {
        RandomGenerator random = new SeededStreams(3).stream("coefficients", 0);
        for (int run = 0; run < 300; run++) {
            double[] a = new double[2 + random.nextInt(7)];
            for (int i = 0; i < a.length; i++) {
                a[i] = (i + 1 + 0.5 * random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
            }
            assertThat(new GammaSum(a, 1).probabilityPositive()).isCloseTo(closedForm(a), within(1e-9));
        }
    }

    @Test
    void agreesWithSimulationForOtherShapes() {
        double[] a = {-1, -0.4, 0.3, 0.9, 2.5};
        for (double shape : new double[] {0.3, 1.7, 12}) {
            RandomGamma random = new RandomGamma(new SeededStreams(5).stream("simulation", (long) (10 * shape)));
            int draws = 400_000;
            int positive = 0;
            for (int i = 0; i < draws; i++) {
                double sum = a[4] * random.next(1);
                for (int j = 0; j < 4; j++) {
                    sum += a[j] * random.next(shape);
                }
                positive += sum > 0 ? 1 : 0;
            }
            assertThat(new GammaSum(a, shape).probabilityPositive())
                    .isCloseTo((double) positive / draws, within(4 * 0.5 / Math.sqrt(draws)));
        }
    }

    @Test
    void staysSmoothWhereTheSaddlePointPassesThePole() {
        double before = 1;
        for (double x = -0.02; x <= 0.02; x += 0.0005) {
            double[] a = {1 - x, -1 - x, 0.5 - x, -0.5 - x};
            double now = new GammaSum(a, 1).probabilityPositive();
            assertThat(now).isLessThan(before).isCloseTo(closedForm(a), within(1e-9));
            before = now;
        }
    }

    @Test
    void isCertainWhereNoCoefficientDisagrees() {
        assertThat(new GammaSum(new double[] {0, 1}, 1).probabilityPositive()).isEqualTo(1);
        assertThat(new GammaSum(new double[] {-1, 0}, 1).probabilityPositive()).isZero();
        assertThat(new GammaSum(new double[] {0, 0}, 1).probabilityPositive()).isZero();
    }

    /** Partial fractions of the characteristic function: sum over positive a_i of the product of a_i / (a_i - a_j). */
    private static double closedForm(double[] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double product = 1;
            for (int j = 0; j < a.length; j++) {
                product *= j == i ? 1 : a[i] / (a[i] - a[j]);
            }
            sum += a[i] > 0 ? product : 0;
        }
        return sum;
    }
}
