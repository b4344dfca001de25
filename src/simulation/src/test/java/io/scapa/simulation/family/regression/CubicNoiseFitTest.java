package io.scapa.simulation.family.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scapa.simulation.random.ChainRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CubicNoiseFitTest {
    @ParameterizedTest
    @ValueSource(ints = {5, 6, 30, 500})
    void isTheGeneralFitOnTheSamePoints(int points) {
        CubicNoiseFit fast = new CubicNoiseFit();
        fast.draw(new ChainRandom(1, points), points);
        double[] weights = {1, 2, 3, 4};
        fast.addSolution(0.1, weights);
        ChainRandom twin = new ChainRandom(1, points);
        PolynomialFit slow = new PolynomialFit(4);
        double[] t = new double[points];
        double[] e = new double[points];
        twin.fillSymmetric(t, points);
        twin.fillGaussians(e, points);
        for (int i = 0; i < points; i++) {
            slow.add(t[i], 0.1 * e[i]);
        }
        double[] expected = {1, 2, 3, 4};
        slow.addSolution(expected);
        assertThat(weights).containsExactly(expected, within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void theErrorIsTheIntegralOfTheSquaredDifference(int degree) {
        PolynomialSpace space = PolynomialSpace.of(Target.COSINE, degree);
        double[] weights = {0.3, -0.7, 0.2, 0.5, 0.1, -0.4};
        double[] used = java.util.Arrays.copyOf(weights, degree + 1);
        int panels = 200_000;
        double sum = 0;
        for (int i = 0; i < panels; i++) {
            double x = (i + 0.5) / panels;
            double d = PolynomialSpace.at(used, 2 * x - 1) - Target.COSINE.at(x);
            sum += d * d / panels;
        }
        assertThat(space.error(used)).isCloseTo(sum, within(1e-8));
    }
}
