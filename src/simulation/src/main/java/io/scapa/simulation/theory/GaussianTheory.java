package io.scapa.simulation.theory;

import io.scapa.provenance.Mixture;
import io.scapa.simulation.BetaMeaning;
import io.scapa.simulation.Draw;
import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Scenario;
import io.scapa.simulation.family.Estimator;
import java.util.List;

/** The closed forms of the one-dimensional Gaussian with truth N(0, 1), by regime. Index 0 is model 1, fitted on real data. */
public final class GaussianTheory {
    private static final String ACCUMULATE = "product over batches; bounded by pi^2/6 (Gerstgrasser 2024, Kazdan 2024)";
    private static final String MIXTURE = "second-moment recursion of the mixture";

    private GaussianTheory() {}

    /** The curves that hold for a scenario; empty where none is known. */
    public static List<TheoryCurve> of(Scenario scenario, Estimator estimator) {
        int m = scenario.samples();
        int n = scenario.generations();
        return switch (scenario.regime()) {
            case REPLACE -> replace(m, n, estimator);
            case ACCUMULATE -> accumulate(m, n, estimator);
            case ACCUMULATE_SUBSAMPLE -> subsample(m, n, estimator);
            case MIXTURE -> mixture(scenario, estimator);
        };
    }

    private static List<TheoryCurve> replace(int m, int n, Estimator estimator) {
        double shrink = Math.log(estimator.expectation(m));
        double bias = estimator == Estimator.MLE ? shrink : 0;
        double drift = SpecialFunctions.digamma((m - 1) / 2.0) - Math.log((m - 1) / 2.0) + bias;
        double spread = SpecialFunctions.trigamma((m - 1) / 2.0);
        double c4 = SpecialFunctions.c4(m) * Math.exp(bias / 2);
        double[] variance = new double[n];
        double[] logMean = new double[n];
        double[] logSpread = new double[n];
        double[] sd = new double[n];
        double[] error = new double[n];
        double[] w2 = new double[n];
        double[] median = new double[n];
        for (int i = 0; i < n; i++) {
            int k = i + 1;
            variance[i] = Math.exp(k * bias);
            logMean[i] = k * drift;
            logSpread[i] = k * spread;
            sd[i] = Math.pow(c4, k);
            error[i] = (i == 0 ? 0 : error[i - 1]) + (i == 0 ? 1 : variance[i - 1]) / m;
            w2[i] = error[i] + variance[i] - 2 * sd[i] + 1;
            median[i] = Math.exp(k * drift);
        }
        String source = "Shumailov 2024, Theorem 3.1, made exact by chi-square products";
        return List.of(
                TheoryCurve.mean("variance", variance, "E[s_n^2] = 1", source),
                TheoryCurve.mean("log_variance", logMean, "n (psi((M-1)/2) - log((M-1)/2))", source),
                new TheoryCurve(
                        "log_variance", TheoryCurve.Statistic.VARIANCE, logSpread, "n psi1((M-1)/2)", source, true),
                TheoryCurve.mean("sd", sd, "c4(M)^n", source),
                TheoryCurve.mean("mean_sq_error", error, "n / M", source),
                TheoryCurve.mean("w2_squared", w2, "n/M + 2 (1 - c4^n)", source),
                new TheoryCurve("variance", TheoryCurve.Statistic.MEDIAN, median, "exp(n d)", source, false));
    }

    private static List<TheoryCurve> accumulate(int m, int n, Estimator estimator) {
        double[] variance = new double[n];
        double[] error = new double[n];
        double v = estimator.expectation(m);
        double a = 1.0 / m;
        for (int i = 0; i < n; i++) {
            double k = i + 1;
            if (i > 0) {
                a += v / (m * k * k);
                v *= estimator == Estimator.MLE ? 1 - 1 / (m * k * k) : 1 - 1 / (k * (k * m - 1));
            }
            variance[i] = v;
            error[i] = a;
        }
        return List.of(
                TheoryCurve.mean("variance", variance, "prod (1 - 1/(M k^2))", ACCUMULATE),
                TheoryCurve.mean("mean_sq_error", error, "1/M + sum E s_(k-1)^2 / (M k^2)", ACCUMULATE));
    }

    private static List<TheoryCurve> subsample(int m, int generations, Estimator estimator) {
        double b = estimator.expectation(m);
        double p = 1;
        double t = 1.0 / m;
        double[] variance = new double[generations];
        double[] error = new double[generations];
        for (int i = 0; i < generations; i++) {
            double n = i + 1;
            double rows = n * m;
            double spread = b * p / m + p / m * (1 - m / rows);
            variance[i] = b * p;
            error[i] = t + p / m * (1 - m / rows);
            double total = (rows - 1) * p + (m - 1) * b * p + rows * m / (rows + m) * spread;
            p = total / (rows + m - 1);
            t += spread / ((n + 1) * (n + 1));
        }
        String source = "pool recursion, exact; P grows like n^(1/M): no plateau";
        return List.of(
                TheoryCurve.mean("variance", variance, "E s_n^2 = b P_n", source),
                TheoryCurve.mean("mean_sq_error", error, "T_n + (P_n/M)(1 - M/N)", source));
    }

    private static List<TheoryCurve> mixture(Scenario scenario, Estimator estimator) {
        if (!(scenario.mixture() instanceof MixtureSchedule.Constant constant)) {
            return List.of();
        }
        Mixture mixture = readBeta(constant.mixture(), scenario.treatment().beta());
        if (mixture == null) {
            return List.of();
        }
        if (scenario.treatment().draw() == Draw.IID) {
            return scenario.treatment().pool() == 0
                    ? iid(mixture, scenario.samples(), scenario.generations(), estimator)
                    : mixture.eta() == 0 && mixture.beta() == 0 ? pool(mixture, scenario, estimator) : List.of();
        }
        boolean exactShares = whole(mixture.alpha() * scenario.samples());
        boolean simple = mixture.beta() == 0 && scenario.treatment().pool() == 0 && estimator == Estimator.UNBIASED;
        return exactShares && simple ? quota(mixture, scenario.samples(), scenario.generations()) : List.of();
    }

    private static boolean whole(double rows) {
        return Math.abs(rows - Math.rint(rows)) < 1e-9;
    }

    /** The mixture that the recursion sees under a reading of beta; null where the reading has no closed form. */
    private static @org.jspecify.annotations.Nullable Mixture readBeta(Mixture mixture, BetaMeaning meaning) {
        if (mixture.beta() == 0 || meaning == BetaMeaning.PREVIOUS_MIXTURE) {
            return mixture;
        }
        return meaning == BetaMeaning.LATEST_MODEL
                ? Mixture.ofAmounts(mixture.alpha() + mixture.beta(), 0, mixture.gamma(), mixture.eta())
                : null;
    }

    private static List<TheoryCurve> iid(Mixture mixture, int m, int n, Estimator estimator) {
        double[] variance = new double[n];
        double[] error = new double[n];
        moments(mixture, m, m, estimator, 0, variance, error);
        return List.of(
                TheoryCurve.mean("variance", variance, "b (S_n - A_n)", MIXTURE),
                TheoryCurve.mean("mean_sq_error", error, "V_n/M + A_n", MIXTURE));
    }

    /** The recursion for V = E Var(p_n) and A = E(mean of p_n)^2 about a centre, from the first data set's law. */
    private static void moments(
            Mixture mixture, int m, int firstRows, Estimator estimator, double a0, double[] variance, double[] error) {
        double alpha = mixture.alpha();
        double c = alpha + mixture.beta();
        double rho = mixture.realShare();
        double a = a0;
        double s = 1;
        for (int i = 0; i < variance.length; i++) {
            int rows = i == 0 ? firstRows : m;
            double b = estimator.expectation(rows);
            double v = s - a;
            variance[i] = b * v;
            error[i] = v / rows + a;
            s = alpha * (b * v + a + v / rows) + mixture.beta() * s + rho;
            a = c * c * a + alpha * alpha / rows * v;
        }
    }

    /**
     * Gamma from a pool of N0 rows, which are also the first data set: given the pool everything is the recursion about its
     * own mean with its own variance (1 - 1/N0), and the pool's mean is off by 1/N0. The first model is the pool's fit.
     */
    private static List<TheoryCurve> pool(Mixture mixture, Scenario scenario, Estimator estimator) {
        int n = scenario.generations();
        int size = scenario.treatment().pool();
        int m = scenario.samples();
        double alpha = mixture.alpha();
        double rho = mixture.realShare();
        double within = 1 - 1.0 / size;
        double[] variance = new double[n];
        double[] error = new double[n];
        // Model 1 has no error about the pool's mean; its variance is the pool's, by the estimator's divisor.
        double u = estimator == Estimator.UNBIASED ? size / (size - 1.0) : 1;
        double q = 0;
        double b = estimator.expectation(m);
        for (int i = 0; i < n; i++) {
            variance[i] = u * within;
            error[i] = q * within + 1.0 / size;
            double a = alpha * alpha * q;
            double v = alpha * (u + q) + rho - a;
            u = b * v;
            q = v / m + a;
        }
        String source = "mixture recursion given the pool; the pool's own error 1/N0 never goes away";
        return List.of(
                TheoryCurve.mean("variance", variance, "(1 - 1/N0) V_n", source),
                TheoryCurve.mean("mean_sq_error", error, "(1 - 1/N0) Q_n + 1/N0", source));
    }

    private static List<TheoryCurve> quota(Mixture mixture, int m, int n) {
        double alpha = mixture.alpha();
        double rho = mixture.realShare();
        double u = 1;
        double q = 1.0 / m;
        double[] variance = new double[n];
        double[] error = new double[n];
        for (int i = 0; i < n; i++) {
            variance[i] = u;
            error[i] = q;
            double next = alpha * u + rho + alpha * rho * q * m / (m - 1);
            q = alpha * alpha * q + (alpha * u + rho) / m;
            u = next;
        }
        String source = "quota recursion, exact for beta = 0";
        return List.of(
                TheoryCurve.mean("variance", variance, "alpha U + rho + alpha rho Q M/(M-1)", source),
                TheoryCurve.mean("mean_sq_error", error, "alpha^2 Q + (alpha U + rho)/M", source));
    }
}
