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
                problem.objective(x), DualBound.tightest(problem, x, proposal.duals()), violation(problem, x));
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
            worst = Math.max(
                    worst, Math.max(-x[j], x[j] - problem.columns().get(j).capacity()));
        }
        for (Row row : problem.rows()) {
            if (row.hard()) {
                worst = Math.max(worst, row.under(x) + row.over(x));
            }
        }
        return worst;
    }
}
