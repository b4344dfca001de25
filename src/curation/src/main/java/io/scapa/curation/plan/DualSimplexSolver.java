package io.scapa.curation.plan;

/**
 * The bounded dual simplex method for programs of few rows and many bounded columns, which is what a mixture is; programs that
 * it gives up on go to another solver, and so does an answer that fails its proof. One thread, the same answer every time.
 */
public final class DualSimplexSolver implements MixtureSolver {
    private final MixtureSolver second;

    /**
     * A solver.
     *
     * @param second is asked where this one has no proved answer
     */
    public DualSimplexSolver(MixtureSolver second) {
        this.second = second;
    }

    @Override
    public Proposal solve(MixtureProblem problem) {
        Proposal proposal = new DualSimplex(problem).solve();
        return proposal != null && SolutionCertificate.of(problem, proposal).holds() ? proposal : second.solve(problem);
    }
}
