package io.scapa.curation.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Solves linear programs with convex limits by cuts (J. Kelley, "The cutting-plane method for solving convex programs", 1960):
 * solve, add the tangent of each limit at the solution, and repeat until the solution keeps every limit, or is known to be
 * unable to.
 */
final class TangentCuts {
    private static final double TOLERANCE = 1e-8;
    private static final int MAX_ROUNDS = 60;

    private final MixtureSolver solver;

    TangentCuts(MixtureSolver solver) {
        this.solver = solver;
    }

    /**
     * A proved solution.
     *
     * @param problem the last program
     * @param x its solution
     * @param tokens the same summed per cell
     * @param rows the recipe's rows with all tangents
     * @param gap how far it may lie below the optimum
     */
    record Solved(MixtureProblem problem, double[] x, double[] tokens, List<RecipeRow> rows, double gap) {}

    /**
     * Solves.
     *
     * @param rows the linear rows
     * @param limits the convex ones
     * @param build makes the program of rows
     * @param perCell sums a solution per cell
     */
    Solved solve(
            List<RecipeRow> rows,
            List<Limit> limits,
            Function<List<RecipeRow>, MixtureProblem> build,
            Function<double[], double[]> perCell) {
        List<RecipeRow> all = new ArrayList<>(rows);
        limits.forEach(limit -> all.add(limit.tangent(new double[limit.risk().size()])));
        for (int round = 0; ; round++) {
            MixtureProblem problem = build.apply(all);
            MixtureSolver.Proposal proposal = solver.solve(problem);
            SolutionCertificate certificate = SolutionCertificate.of(problem, proposal);
            if (!certificate.holds()) {
                throw new IllegalStateException(
                        "the solver's answer fails its proof: objective " + certificate.objective() + ", bound "
                                + certificate.bound() + ", violation " + certificate.violation());
            }
            double[] tokens = perCell.apply(proposal.x());
            if (!cut(all, limits, tokens) || round == MAX_ROUNDS) {
                return new Solved(problem, proposal.x(), tokens, all, Math.max(0, certificate.gap()));
            }
        }
    }

    /** Adds the tangents that a solution breaks by more than it breaks those that are there; false where it breaks none. */
    private static boolean cut(List<RecipeRow> all, List<Limit> limits, double[] tokens) {
        boolean added = false;
        for (Limit limit : limits) {
            double known = 0;
            for (RecipeRow row : all) {
                if (row.name().equals(limit.name())) {
                    known = Math.max(known, excess(row, tokens));
                }
            }
            if (limit.excess(tokens) > known + TOLERANCE) {
                all.add(limit.tangent(tokens));
                added = true;
            }
        }
        return added;
    }

    private static double excess(RecipeRow row, double[] tokens) {
        double sum = 0;
        for (int i = 0; i < tokens.length; i++) {
            sum += (row.coefficients()[i] - row.ceiling()) * tokens[i];
        }
        return sum;
    }
}
