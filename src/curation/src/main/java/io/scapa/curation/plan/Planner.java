package io.scapa.curation.plan;

import io.scapa.curation.recipe.Recipe;
import io.scapa.provenance.Mixture;
import io.scapa.provenance.Pool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plans how many tokens to take of each cell: the elastic linear program of curation reference 6.1. It always answers; what
 * the documents cannot give is named, with its size and with what would help. Every answer of the solver is proved by
 * {@link SolutionCertificate} before it is used.
 */
public final class Planner {
    private final MixtureSolver solver;

    public Planner(MixtureSolver solver) {
        this.solver = solver;
    }

    /** A planner on ojAlgo. */
    public static Planner standard() {
        return new Planner(new OjalgoMixtureSolver());
    }

    /**
     * Plans a recipe over cells.
     *
     * @param recipe what is wanted
     * @param given what there is, in any order
     * @throws IllegalStateException where the solver's answer fails its proof
     */
    public Plan plan(Recipe recipe, List<Cell> given) {
        List<Cell> cells = given.stream()
                .filter(cell -> cell.tokens() > 0)
                .sorted(Comparator.comparing(Cell::key))
                .toList();
        if (cells.isEmpty()) {
            return new Plan(
                    recipe.hash(),
                    recipe.tokens(),
                    0,
                    List.of(),
                    null,
                    0,
                    Shortages.ofNothing(recipe),
                    0,
                    List.of(),
                    0);
        }
        ProblemBuilder builder = new ProblemBuilder(recipe, cells);
        MixtureProblem problem = builder.plan();
        Solved solved = prove(problem);
        List<PlannedCell> planned = round(recipe, cells, builder.perCell(solved.x()));
        double largest = largest(builder, RecipeRows.of(recipe), null, 0);
        List<ShadowPrice> prices = new Prices(recipe, this, builder, largest).all();
        long total = planned.stream().mapToLong(PlannedCell::tokens).sum();
        long largestTokens = (long) Math.floor(largest * recipe.tokens() * (1 + 1e-9));
        List<Shortage> shortages = new Shortages(recipe, problem, solved.x(), cells, largestTokens).all();
        return new Plan(
                recipe.hash(),
                recipe.tokens(),
                total,
                planned,
                expected(planned),
                alphaUpper(planned),
                shortages,
                largestTokens,
                prices,
                Math.max(0, solved.certificate().gap()));
    }

    /** The size of the largest dataset that keeps every row, as a share of the budget. */
    double largest(ProblemBuilder builder, List<RecipeRows> rows, @Nullable Pool supply, double more) {
        double[] x = prove(builder.largest(rows, supply, more)).x();
        return x[x.length - 1];
    }

    private record Solved(double[] x, SolutionCertificate certificate) {}

    private Solved prove(MixtureProblem problem) {
        MixtureSolver.Proposal proposal = solver.solve(problem);
        SolutionCertificate certificate = SolutionCertificate.of(problem, proposal);
        if (!certificate.holds()) {
            throw new IllegalStateException("the solver's answer fails its proof: objective " + certificate.objective()
                    + ", bound " + certificate.bound() + ", violation " + certificate.violation());
        }
        return new Solved(proposal.x(), certificate);
    }

    /** Whole tokens per cell by largest remainder, so that their sum is the rounded sum of the plan. */
    private static List<PlannedCell> round(Recipe recipe, List<Cell> cells, double[] shares) {
        long[] tokens = LargestRemainder.round(shares, recipe.tokens(), cells);
        List<PlannedCell> planned = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            planned.add(new PlannedCell(cells.get(i), tokens[i]));
        }
        return planned;
    }

    private static @Nullable Mixture expected(List<PlannedCell> planned) {
        double[] sums = new double[Pool.values().length];
        double total = 0;
        for (PlannedCell cell : planned) {
            total += cell.tokens();
            for (Pool pool : Pool.values()) {
                sums[pool.ordinal()] +=
                        cell.tokens() * cell.cell().composition().of(pool);
            }
        }
        return total == 0 ? null : Mixture.ofAmounts(sums[0], sums[1], sums[2], sums[3]);
    }

    private static double alphaUpper(List<PlannedCell> planned) {
        double total = planned.stream().mapToDouble(PlannedCell::tokens).sum();
        double upper = planned.stream()
                .mapToDouble(c -> c.tokens() * c.cell().alphaUpper())
                .sum();
        return total == 0 ? 0 : upper / total;
    }
}
