package io.scapa.simulation.decision;

import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.Simulation;
import io.scapa.simulation.Treatment;
import io.scapa.simulation.engine.Moments;
import io.scapa.simulation.family.Estimator;
import io.scapa.simulation.family.gaussian.GaussianFamily;
import io.scapa.simulation.family.gaussian.GaussianFamily.Sampling;

/**
 * How many reused originals equal one fresh document at the same error: fresh rows come new every generation, reused ones
 * from a pool of N0 whose own error 1/N0 never goes away.
 *
 * @param pool rows in the pool of originals (N0)
 * @param rows per generation (M)
 * @param reusedShare share of rows from the pool
 * @param error expected squared error of the mean with that share from the pool
 * @param freshShare share of fresh rows that gives the same error; NaN where no share of at most 1 is as bad
 * @param reusedPerFresh reused rows that one fresh row is worth
 */
public record ExchangeRate(
        int pool, int rows, double reusedShare, double error, double freshShare, double reusedPerFresh) {
    private static final int GENERATIONS = 80;

    /** Simulates the pool, then solves the closed form for the fresh share of the same error. */
    public static ExchangeRate of(int pool, int rows, double reusedShare, int chains, long seed) {
        GaussianFamily family = new GaussianFamily(Estimator.UNBIASED, Sampling.SUFFICIENT);
        MixtureSchedule mixture = MixtureSchedule.constant(1 - reusedShare, 0, reusedShare, 0);
        Scenario scenario = Scenario.of("pool", family, Regime.MIXTURE, mixture, rows, GENERATIONS, chains, seed)
                .with(Treatment.NONE.fixedPool(pool));
        Moments moments = Simulation.run(scenario).moments("mean_sq_error", GENERATIONS);
        double fresh = freshShare(moments.mean(), rows);
        return new ExchangeRate(pool, rows, reusedShare, moments.mean(), fresh, reusedShare / fresh);
    }

    /** The fixed point of the mean's error falls with the fresh share: bisection. */
    private static double freshShare(double error, int rows) {
        double low = 1e-6;
        double high = 1;
        if (stationaryError(high, rows) > error) {
            return Double.NaN;
        }
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            if (stationaryError(middle, rows) > error) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** V/M + A at the fixed point of the i.i.d. mixture, beta = 0, unbiased; infinite where there is none. */
    static double stationaryError(double rho, int rows) {
        double alpha = 1 - rho;
        double k = alpha / rows / rho - alpha * alpha / (rows * rho * (2 - rho));
        if (k >= 1) {
            return Double.POSITIVE_INFINITY;
        }
        double v = 1 / (1 - k);
        return v / rows + alpha * alpha * v / (rows * rho * (2 - rho));
    }
}
