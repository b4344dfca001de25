package io.scapa.curation.plan;

import io.scapa.curation.plan.MixtureProblem.Row;

/**
 * Proof that a point is feasible and optimal, computed from the problem alone. The dual values of the solver are only a
 * hint: by weak duality any dual vector gives a true upper bound on the objective, so a small gap between that bound and the
 * point's own objective proves optimality whoever proposed the two.
 *
 * @param objective of the point
 * @param bound no point has a greater objective
 * @param violation greatest violation of a column's bounds or a hard row
 */
public record SolutionCertificate(double objective, double bound, double violation) {
    /** Greatest accepted violation, in units of the problem (shares of the budget). */
    public static final double FEASIBILITY = 1e-7;

    /** Greatest accepted gap, relative to 1 plus the size of the objective. */
    public static final double OPTIMALITY = 1e-6;

    /** Examines a proposal. */
    public static SolutionCertificate of(MixtureProblem problem, MixtureSolver.Proposal proposal) {
        double[] x = proposal.x();
        return new SolutionCertificate(
                problem.objective(x), dualBound(problem, proposal.duals()), violation(problem, x));
    }

    /** Whether the point holds and nothing better exists, within the tolerances. */
    public boolean holds() {
        return violation <= FEASIBILITY && gap() <= OPTIMALITY * (1 + Math.abs(objective));
    }

    /** How far the point may lie below the optimum. */
    public double gap() {
        return bound - objective;
    }

    private static double violation(MixtureProblem problem, double[] x) {
        double worst = 0;
        for (int j = 0; j < x.length; j++) {
            worst = Math.max(worst, Math.max(-x[j], x[j] - problem.columns().get(j).capacity()));
        }
        for (Row row : problem.rows()) {
            if (row.hard()) {
                worst = Math.max(worst, row.under(x) + row.over(x));
            }
        }
        return worst;
    }

    private static double dualBound(MixtureProblem problem, double[] duals) {
        double bound = 0;
        double[] reduced = problem.columns().stream().mapToDouble(MixtureProblem.Column::value).toArray();
        for (int r = 0; r < duals.length; r++) {
            Row row = problem.rows().get(r);
            double y = admissible(duals[r], row);
            if (y != 0) {
                bound += y * (y > 0 ? row.upper() : row.lower());
                double[] a = row.coefficients();
                for (int j = 0; j < reduced.length; j++) {
                    reduced[j] -= y * a[j];
                }
            }
        }
        for (int j = 0; j < reduced.length; j++) {
            bound += Math.max(0, reduced[j]) * problem.columns().get(j).capacity();
        }
        return bound;
    }

    /** The nearest dual value that gives a finite bound: |y| at most the penalty, and no pull on an open end. */
    private static double admissible(double y, Row row) {
        double clamped = Math.max(-row.penalty(), Math.min(row.penalty(), y));
        boolean open = clamped > 0 ? Double.isInfinite(row.upper()) : Double.isInfinite(row.lower());
        return Double.isNaN(clamped) || open ? 0 : clamped;
    }
}
