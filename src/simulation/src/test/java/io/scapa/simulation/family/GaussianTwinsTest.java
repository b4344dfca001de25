package io.scapa.simulation.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.simulation.BetaMeaning;
import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.Simulation;
import io.scapa.simulation.Treatment;
import io.scapa.simulation.engine.Moments;
import io.scapa.simulation.engine.SimulationResult;
import io.scapa.simulation.family.gaussian.GaussianFamily;
import io.scapa.simulation.random.ChainRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The fast chains against a slow chain that keeps every row of every generation and draws them one by one. */
class GaussianTwinsTest {
    private static final int M = 25;
    private static final int GENERATIONS = 8;
    private static final int CHAINS = 12_000;
    private static final double[] SHARES = {0.5, 0.3, 0.1, 0.1};

    @ParameterizedTest
    @EnumSource(BetaMeaning.class)
    void everyReadingOfBetaIsTheObviousOne(BetaMeaning meaning) {
        Scenario scenario = Scenario.of(
                        "twin",
                        GaussianFamily.explicit(Estimator.UNBIASED),
                        Regime.MIXTURE,
                        MixtureSchedule.constant(SHARES[0], SHARES[1], SHARES[2], SHARES[3]),
                        M,
                        GENERATIONS,
                        CHAINS,
                        21)
                .with(Treatment.NONE.meaning(meaning));
        SimulationResult fast = Simulation.run(scenario);
        double[][] slow = slow(meaning);
        compare(fast.moments("variance", GENERATIONS), slow[0]);
        compare(fast.moments("mean_sq_error", GENERATIONS), slow[1]);
    }

    private static void compare(Moments fast, double[] slow) {
        double mean = java.util.Arrays.stream(slow).average().orElseThrow();
        double variance =
                java.util.Arrays.stream(slow).map(x -> (x - mean) * (x - mean)).sum() / (slow.length - 1);
        double error = Math.sqrt(variance / slow.length + Math.pow(fast.standardError(), 2));
        assertThat(Math.abs(fast.mean() - mean) / error).isLessThan(4.5);
    }

    private static double[][] slow(BetaMeaning meaning) {
        double[][] found = new double[2][CHAINS];
        for (int c = 0; c < CHAINS; c++) {
            ChainRandom random = new ChainRandom(22, c);
            double[][] data = new double[GENERATIONS + 1][M];
            double[] means = new double[GENERATIONS + 1];
            double[] sds = new double[GENERATIONS + 1];
            sds[0] = 1;
            for (int n = 1; n <= GENERATIONS; n++) {
                for (int i = 0; i < M; i++) {
                    data[n][i] = row(n, meaning, data, means, sds, random);
                }
                means[n] = java.util.Arrays.stream(data[n]).average().orElseThrow();
                double squares = 0;
                for (double x : data[n]) {
                    squares += (x - means[n]) * (x - means[n]);
                }
                sds[n] = Math.sqrt(squares / (M - 1));
            }
            found[0][c] = sds[GENERATIONS] * sds[GENERATIONS];
            found[1][c] = means[GENERATIONS] * means[GENERATIONS];
        }
        return found;
    }

    /** One row of data set n: from p_n = alpha model(n-1) + beta ... + rho p_0; p_1 = p_0. */
    private static double row(
            int n, BetaMeaning meaning, double[][] data, double[] means, double[] sds, ChainRandom random) {
        if (n == 1) {
            return random.nextGaussian();
        }
        double u = random.nextDouble();
        if (u < SHARES[0]) {
            return means[n - 1] + sds[n - 1] * random.nextGaussian();
        }
        if (u >= SHARES[0] + SHARES[1]) {
            return random.nextGaussian();
        }
        return switch (meaning) {
            case LATEST_MODEL -> means[n - 1] + sds[n - 1] * random.nextGaussian();
            case PREVIOUS_MODEL -> means[n - 2] + sds[n - 2] * random.nextGaussian();
            case STORED_ROWS -> data[n - 1][random.nextInt(M)];
            case PREVIOUS_MIXTURE -> row(n - 1, meaning, data, means, sds, random);
        };
    }
}
