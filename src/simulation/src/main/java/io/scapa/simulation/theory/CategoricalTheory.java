package io.scapa.simulation.theory;

import io.scapa.provenance.Mixture;
import io.scapa.simulation.BetaMeaning;
import io.scapa.simulation.Draw;
import io.scapa.simulation.MixtureSchedule;
import io.scapa.simulation.Regime;
import io.scapa.simulation.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * Symbols drawn from their own counts: Wright-Fisher drift with immigration. Index 0 is the data set drawn from the truth.
 * The concentration has a closed form; survivors come from the exact (M+1)-state binomial chain of every symbol.
 */
public final class CategoricalTheory {
    /** The binomial chain costs M^2 a generation and symbol class: beyond this only the concentration is given. */
    private static final double MOST_OPERATIONS = 4e9;

    private CategoricalTheory() {}

    /** The curves that hold for a scenario with the given symbol probabilities. */
    public static List<TheoryCurve> of(Scenario scenario, double[] truth) {
        boolean replace = scenario.regime() == Regime.REPLACE;
        boolean mixes = scenario.regime() == Regime.MIXTURE
                && scenario.mixture() instanceof MixtureSchedule.Constant
                && scenario.treatment().draw() == Draw.IID
                && scenario.treatment().pool() == 0
                && (scenario.mixture().nominal().beta() == 0
                        || scenario.treatment().beta() == BetaMeaning.PREVIOUS_MIXTURE);
        if (!replace && !mixes) {
            return List.of();
        }
        Mixture mixture = replace ? new Mixture(1, 0, 0, 0) : scenario.mixture().nominal();
        List<TheoryCurve> curves = new ArrayList<>();
        curves.add(TheoryCurve.mean(
                "sum_p_squared",
                concentration(mixture, scenario.samples(), scenario.generations(), truth),
                "1/M + (1 - 1/M) G_n",
                "Wright-Fisher with immigration; Seddik 2024 for replace"));
        double cost = (double) scenario.samples() * scenario.samples() * truth.length * scenario.generations();
        if (mixture.beta() == 0 && cost < MOST_OPERATIONS) {
            curves.add(TheoryCurve.mean(
                    "survivors",
                    survivors(mixture.alpha(), scenario.samples(), scenario.generations(), truth),
                    "sum over symbols of P(count > 0)",
                    "exact binomial chain count' ~ Bin(M, alpha k/M + rho p)"));
        }
        return curves;
    }

    /** E sum of squared frequencies by data set. */
    public static double[] concentration(Mixture mixture, double m, int generations, double[] truth) {
        double real = 0;
        for (double p : truth) {
            real += p * p;
        }
        double alpha = mixture.alpha();
        double c = alpha + mixture.beta();
        double g = real;
        double[] values = new double[generations];
        for (int i = 0; i < generations; i++) {
            values[i] = 1 / m + (1 - 1 / m) * g;
            g = (c * c - alpha * alpha / m) * g + alpha * alpha / m + (1 - c * c) * real;
        }
        return values;
    }

    /** E number of symbols with a count, by data set, for beta = 0. */
    public static double[] survivors(double alpha, int m, int generations, double[] truth) {
        double[] values = new double[generations];
        double[] logFactorials = logFactorials(m);
        double[] done = new double[generations];
        double previous = Double.NaN;
        for (double p : truth) {
            if (p != previous) {
                done = alive(alpha, m, p, done.length, logFactorials);
                previous = p;
            }
            for (int i = 0; i < generations; i++) {
                values[i] += done[i];
            }
        }
        return values;
    }

    private static double[] alive(double alpha, int m, double p, int generations, double[] logFactorials) {
        double[] law = new double[m + 1];
        law[0] = 1;
        double[] alive = new double[generations];
        for (int i = 0; i < generations; i++) {
            double[] next = new double[m + 1];
            if (i == 0) {
                spread(1, p, m, next, logFactorials);
            } else {
                for (int k = 0; k <= m; k++) {
                    if (law[k] > 1e-16) {
                        spread(law[k], alpha * k / m + (1 - alpha) * p, m, next, logFactorials);
                    }
                }
            }
            alive[i] = 1 - next[0];
            law = next;
        }
        return alive;
    }

    /** Adds weight times the binomial law of (m, q), only where it has mass: from the mode outwards. */
    private static void spread(double weight, double q, int m, double[] next, double[] logFactorials) {
        if (q <= 0) {
            next[0] += weight;
            return;
        }
        if (q >= 1) {
            next[m] += weight;
            return;
        }
        int mode = (int) Math.min(m, Math.floor((m + 1) * q));
        double odds = q / (1 - q);
        double top = weight
                * Math.exp(logFactorials[m]
                        - logFactorials[mode]
                        - logFactorials[m - mode]
                        + mode * Math.log(q)
                        + (m - mode) * Math.log1p(-q));
        double mass = top;
        for (int k = mode; k <= m && mass > 1e-18; k++) {
            next[k] += mass;
            mass *= odds * (m - k) / (k + 1);
        }
        mass = top;
        for (int k = mode; k > 0 && mass > 1e-18; ) {
            mass *= k / (odds * (m - k + 1));
            next[--k] += mass;
        }
    }

    private static double[] logFactorials(int m) {
        double[] values = new double[m + 1];
        for (int k = 2; k <= m; k++) {
            values[k] = values[k - 1] + Math.log(k);
        }
        return values;
    }
}
