package io.scapa.curation.plan;

import io.scapa.curation.plan.MixtureProblem.Row;
import java.util.Arrays;

/**
 * An upper bound on the objective of an elastic program from a vector of dual values. By weak duality every admissible vector
 * gives a true bound:
 *
 * <pre>bound(y) = sum_r y_r end_r + sum_j capacity_j max(0, value_j - sum_r y_r a_rj)</pre>
 *
 * with the upper end where y is positive, the lower where it is negative, and |y| at most the penalty.
 */
final class DualBound {
    private static final double BINDING = 1e-9;
    private static final int SWEEPS = 8;

    private final MixtureProblem problem;
    private final double[][] coefficients;
    private final double[] y;

    private DualBound(MixtureProblem problem, double[] duals) {
        this.problem = problem;
        this.coefficients = problem.rows().stream().map(Row::coefficients).toArray(double[][]::new);
        this.y = duals.clone();
    }

    /**
     * The bound of the solver's duals, repaired where its presolver left some out: a violated row has its penalty as dual, a
     * slack one 0 (complementary slackness), and what remains is improved one dual at a time.
     */
    static double tightest(MixtureProblem problem, double[] x, double[] duals) {
        DualBound bound = new DualBound(problem, duals);
        bound.slackness(x);
        double value = bound.value();
        double target = problem.objective(x);
        for (int sweep = 0;
                sweep < SWEEPS && value - target > SolutionCertificate.OPTIMALITY * (1 + Math.abs(target));
                sweep++) {
            for (int r = 0; r < bound.y.length; r++) {
                bound.improve(r);
            }
            value = bound.value();
        }
        return value;
    }

    private void slackness(double[] x) {
        for (int r = 0; r < y.length; r++) {
            Row row = problem.rows().get(r);
            double activity = row.activity(x);
            if (!row.hard() && activity < row.lower() - BINDING) {
                y[r] = -row.penalty();
            } else if (!row.hard() && activity > row.upper() + BINDING) {
                y[r] = row.penalty();
            } else if (activity > row.lower() + BINDING && activity < row.upper() - BINDING) {
                y[r] = 0;
            }
            y[r] = admissible(y[r], row);
        }
    }

    /** The bound is convex and piecewise linear in one dual: its least value lies at a break, found by bisection. */
    private void improve(int r) {
        Row row = problem.rows().get(r);
        double[] reduced = reduced(r);
        double[] breaks = breaks(row, coefficients[r], reduced);
        int low = 0;
        int high = breaks.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (along(row, coefficients[r], reduced, breaks[middle])
                    <= along(row, coefficients[r], reduced, breaks[middle + 1])) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        y[r] = breaks[low];
    }

    private static double[] breaks(Row row, double[] a, double[] reduced) {
        double[] breaks = new double[reduced.length + 3];
        for (int j = 0; j < reduced.length; j++) {
            breaks[j] = a[j] == 0 ? 0 : admissible(reduced[j] / a[j], row);
        }
        if (!row.hard()) {
            breaks[reduced.length] = admissible(row.penalty(), row);
            breaks[reduced.length + 1] = admissible(-row.penalty(), row);
        }
        Arrays.sort(breaks);
        return breaks;
    }

    private double along(Row row, double[] a, double[] reduced, double dual) {
        double sum = end(row, dual);
        for (int j = 0; j < reduced.length; j++) {
            sum += problem.columns().get(j).capacity() * Math.max(0, reduced[j] - dual * a[j]);
        }
        return sum;
    }

    private double value() {
        double[] reduced = reduced(-1);
        double sum = 0;
        for (int r = 0; r < y.length; r++) {
            sum += end(problem.rows().get(r), y[r]);
        }
        for (int j = 0; j < reduced.length; j++) {
            sum += problem.columns().get(j).capacity() * Math.max(0, reduced[j]);
        }
        return sum;
    }

    /** Values less what the duals take, one row left out. */
    private double[] reduced(int without) {
        double[] reduced = problem.columns().stream()
                .mapToDouble(MixtureProblem.Column::value)
                .toArray();
        for (int r = 0; r < y.length; r++) {
            for (int j = 0; r != without && y[r] != 0 && j < reduced.length; j++) {
                reduced[j] -= y[r] * coefficients[r][j];
            }
        }
        return reduced;
    }

    private static double end(Row row, double dual) {
        return dual == 0 ? 0 : dual * (dual > 0 ? row.upper() : row.lower());
    }

    /** The nearest dual value that gives a finite bound: |y| at most the penalty, and no pull on an open end. */
    private static double admissible(double dual, Row row) {
        double clamped = Math.max(-row.penalty(), Math.min(row.penalty(), dual));
        boolean open = clamped > 0 ? Double.isInfinite(row.upper()) : Double.isInfinite(row.lower());
        return Double.isNaN(clamped) || open ? 0 : clamped;
    }
}
