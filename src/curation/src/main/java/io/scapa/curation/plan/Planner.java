package io.scapa.curation.plan;

import io.scapa.curation.recipe.Recipe;
import io.scapa.provenance.Mixture;
import io.scapa.provenance.Pool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plans how many tokens to take of each cell: the elastic linear program of curation reference 6.1. It always answers; what
 * the documents cannot give is named, with its size and with what would help. Every answer of the solver is proved by
 * {@link SolutionCertificate} before it is used.
 */
public final class Planner {
    private final TangentCuts cuts;

    public Planner(MixtureSolver solver) {
        this.cuts = new TangentCuts(solver);
    }

    /** A planner on the dual simplex method, with ojAlgo behind it. */
    public static Planner standard() {
        return new Planner(new DualSimplexSolver(new OjalgoMixtureSolver()));
    }

    /**
     * Plans a recipe over cells.
     *
     * @param recipe what is wanted
     * @param given what there is, in any order
     * @throws IllegalStateException where the solver's answer fails its proof
     */
    public Plan plan(Recipe recipe, List<Cell> given) {
        return plan(recipe, given, Map.of());
    }

    /**
     * Plans with limits drawn tighter, so that whole documents keep them where tokens would have kept them exactly.
     *
     * @param tightened by how much, by the name of the limit ({@link Limit#ALPHA}, {@link Limit#ALPHA_BETA})
     */
    public Plan plan(Recipe recipe, List<Cell> given, Map<String, Double> tightened) {
        return plan(recipe, given, tightened, Map.of());
    }

    /**
     * Plans so that as few tokens as possible move from where an earlier dataset had them.
     *
     * @param earlier tokens that it took, by the name of the cell ({@link CellKey#id})
     */
    public Plan plan(Recipe recipe, List<Cell> given, Map<String, Double> tightened, Map<String, Long> earlier) {
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
                    0,
                    Shortages.ofNothing(recipe),
                    0,
                    List.of(),
                    0);
        }
        ProblemBuilder builder = new ProblemBuilder(recipe, cells, earlier);
        List<RecipeRow> rows = RecipeRow.of(recipe, cells);
        List<Limit> limits = Limit.of(recipe, cells, tightened);
        TangentCuts.Solved solved = cuts.solve(rows, limits, builder::plan, builder::perCell);
        List<PlannedCell> planned = round(recipe, cells, solved.tokens());
        double largest = largest(builder, rows, limits, null, 0);
        List<ShadowPrice> prices = new Prices(recipe, this, builder, limits, largest).all();
        long total = planned.stream().mapToLong(PlannedCell::tokens).sum();
        long largestTokens = (long) Math.floor(largest * recipe.tokens() * (1 + 1e-9));
        List<Shortage> shortages =
                new Shortages(recipe, solved.problem(), solved.x(), cells, largestTokens, prices).all();
        return new Plan(
                recipe.hash(),
                recipe.tokens(),
                total,
                planned,
                expected(planned),
                upper(planned, Cell::alpha),
                upper(planned, Cell::alphaBeta),
                shortages,
                largestTokens,
                prices,
                solved.gap());
    }

    /** The size of the largest dataset that keeps every row, as a share of the budget. */
    double largest(
            ProblemBuilder builder, List<RecipeRow> rows, List<Limit> limits, @Nullable Pool supply, double more) {
        double[] x = cuts.solve(rows, limits, all -> builder.largest(all, supply, more), builder::perCell)
                .x();
        return x[x.length - 1];
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

    private static double upper(List<PlannedCell> planned, Function<Cell, ShareBound> bound) {
        double[] tokens = planned.stream().mapToDouble(PlannedCell::tokens).toArray();
        double total = Arrays.stream(tokens).sum();
        ShareRisk risk =
                new ShareRisk(planned.stream().map(PlannedCell::cell).map(bound).toList());
        return total == 0 ? 0 : Math.min(1, risk.limit(tokens) / total);
    }
}
