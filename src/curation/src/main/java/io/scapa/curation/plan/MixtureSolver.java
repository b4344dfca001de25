package io.scapa.curation.plan;

/** Solves elastic linear programs. An adapter only proposes; {@link SolutionCertificate} decides whether it is right. */
public interface MixtureSolver {
    /**
     * An optimal point.
     *
     * @param problem with at least one column
     * @return a point with the dual values that prove it
     * @throws IllegalStateException where the solver gives none; with elastic rows that is a defect, not an infeasible recipe
     */
    Proposal solve(MixtureProblem problem);

    /**
     * What a solver proposes.
     *
     * @param x a value per column
     * @param duals a value per row: what one more unit of the row's binding end would change in the objective
     */
    record Proposal(double[] x, double[] duals) {}
}
