package io.scapa.simulation.theory;

import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Scenario;
import java.util.List;

/** Least squares with fresh isotropic features, no intercept, noise of variance sigma^2 (reference: Gerstgrasser 2024). */
public final class RegressionTheory {
    private RegressionTheory() {}

    /**
     * Expected excess risk by generation.
     *
     * @param d features
     * @param noise the noise variance
     */
    public static List<TheoryCurve> of(Scenario scenario, int d, double noise) {
        int m = scenario.samples();
        double[] risk = new double[scenario.generations()];
        double step = noise * d / (m - d - 1.0);
        switch (scenario.regime()) {
            case REPLACE -> fill(risk, 1, step);
            case ACCUMULATE -> accumulate(risk, m, d, noise);
            case ACCUMULATE_SUBSAMPLE -> {
                return List.of();
            }
            case MIXTURE -> {
                if (!(scenario.mixture() instanceof MixtureSchedule.Constant constant)
                        || scenario.treatment().draw() != io.scapa.simulation.Draw.QUOTA
                        || constant.mixture().beta() > 0
                        || scenario.treatment().pool() > 0) {
                    return List.of();
                }
                fill(risk, carry(Math.rint(constant.mixture().alpha() * m), m, d), step);
            }
        }
        String source = "matrix-beta moments; replace is exact n v (Gerstgrasser 2024, Theorem 1)";
        return List.of(TheoryCurve.mean("excess_risk", risk, "e' = kappa e + v", source));
    }

    private static void fill(double[] risk, double carry, double step) {
        double e = 0;
        for (int i = 0; i < risk.length; i++) {
            e = carry * e + step;
            risk[i] = e;
        }
    }

    private static void accumulate(double[] risk, int m, int d, double noise) {
        double e = 0;
        for (int i = 0; i < risk.length; i++) {
            double k = i + 1;
            e += noise * d / (k * (k * m - d - 1));
            risk[i] = e;
        }
    }

    /**
     * The factor kappa by which an error survives when {@code p} of {@code m} rows are labelled by the model that has it:
     * tends to alpha^2 for many rows per feature.
     */
    public static double carry(double p, double m, double d) {
        double right1 = p * p * d * d + 2 * p * d;
        double right2 = p * d * (p + d + 1);
        double determinant = m * m * (m * m + m) - 2 * m * m;
        double x = (right1 * (m * m + m) - 2 * m * right2) / determinant;
        double y = (m * m * right2 - m * right1) / determinant;
        // a1 d^2 + 2 a2 d = x ; a1 d + a2 (d + d^2) = y
        double inner = d * d * (d + d * d) - 2 * d * d;
        double a1;
        double a2;
        if (d == 1) {
            a1 = x;
            a2 = 0;
        } else {
            a1 = (x * (d + d * d) - 2 * d * y) / inner;
            a2 = (d * d * y - d * x) / inner;
        }
        return a1 + a2 + a2 * (m * d - 2) / (m - d - 1);
    }
}
