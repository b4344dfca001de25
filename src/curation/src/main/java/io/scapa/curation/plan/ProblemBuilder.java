package io.scapa.curation.plan;

import io.scapa.curation.plan.MixtureProblem.Column;
import io.scapa.curation.plan.MixtureProblem.Row;
import io.scapa.curation.plan.Portions.Portion;
import io.scapa.curation.recipe.Recipe;
import io.scapa.provenance.Pool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds the two linear programs of a recipe over the portions of its cells, in shares of the budget: the elastic plan, and
 * the largest dataset that keeps every row.
 */
final class ProblemBuilder {
    /** A limit or cap must hold: an empty dataset keeps it, so it never makes a program unsolvable. */
    static final double LIMIT_PENALTY = Double.POSITIVE_INFINITY;

    /** Leaving the range of a pool or a stratum. */
    static final double TARGET_PENALTY = 100;

    /** A token too few: rather fewer tokens than the wrong mixture. */
    static final double BUDGET_PENALTY = 50;

    /** Lying off the centre of a tolerance: worth less than a repeated token. */
    static final double AIM_PENALTY = 0.02;

    private final Recipe recipe;
    private final List<Cell> cells;
    private final List<Portion> portions;

    ProblemBuilder(Recipe recipe, List<Cell> cells) {
        this(recipe, cells, Map.of());
    }

    /** Programs that change an earlier dataset as little as they can, of which the tokens by cell are given. */
    ProblemBuilder(Recipe recipe, List<Cell> cells, Map<String, Long> earlier) {
        this.recipe = recipe;
        this.cells = cells;
        long[] kept = cells.stream()
                .mapToLong(c -> earlier.getOrDefault(c.key().id(), 0L))
                .toArray();
        this.portions = Portions.of(cells, recipe.tokens(), worth(recipe, cells), kept);
    }

    /** The weights of the cells' sources as shares of the greatest. */
    private static double[] worth(Recipe recipe, List<Cell> cells) {
        double[] worth = new double[cells.size()];
        Arrays.fill(worth, 1);
        for (String source : recipe.sources().keySet()) {
            String part = Strata.part("source", source);
            for (int i = 0; i < worth.length; i++) {
                worth[i] = Strata.has(cells.get(i).key().stratum(), part) ? recipe.weightOf(source) : worth[i];
            }
        }
        double most = Math.max(1, Arrays.stream(worth).max().orElse(1));
        return Arrays.stream(worth).map(w -> w / most).toArray();
    }

    /** The elastic plan; one column per portion. */
    MixtureProblem plan(List<RecipeRow> recipeRows) {
        List<Column> columns = new ArrayList<>();
        portions.forEach(p -> columns.add(new Column("cell " + p.cell(), p.capacity(), p.value())));
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("tokens", spread(RecipeRow.perCell(cells, c -> 1), 0, 0), 1, 1, BUDGET_PENALTY));
        recipeRows.forEach(row -> rows.add(planned(row)));
        for (Pool pool : Pool.values()) {
            double aim = recipe.targets().of(pool).share();
            double[] a = spread(RecipeRow.perCell(cells, c -> c.composition().of(pool)), 0, 0);
            rows.add(new Row("aim " + pool.symbol(), a, aim, aim, AIM_PENALTY));
        }
        return new MixtureProblem(columns, rows);
    }

    private Row planned(RecipeRow row) {
        double penalty = row.kind().strict() ? LIMIT_PENALTY : TARGET_PENALTY;
        if (row.kind().relative()) {
            return new Row(
                    row.name(), spread(row.coefficients(), row.ceiling(), 0), Double.NEGATIVE_INFINITY, 0, penalty);
        }
        return new Row(row.name(), spread(row.coefficients(), 0, 0), row.floor(), row.ceiling(), penalty);
    }

    /**
     * The largest dataset that keeps every row: the last column is its size T.
     *
     * @param rows the recipe's rows, one of them perhaps relaxed
     * @param supply a pool that gets more documents of its own, or null
     * @param more how much more, as a share of the budget
     */
    MixtureProblem largest(List<RecipeRow> rows, @Nullable Pool supply, double more) {
        int extra = supply == null ? 1 : 2;
        List<Column> columns = new ArrayList<>();
        portions.forEach(p -> columns.add(new Column("cell " + p.cell(), p.capacity(), 0)));
        if (supply != null) {
            columns.add(new Column("supply of " + supply.symbol(), more, 0));
        }
        double total = portions.stream().mapToDouble(Portion::capacity).sum() + more;
        columns.add(new Column("T", Math.max(total, 1e-9), 1));
        List<Row> hard = new ArrayList<>();
        hard.add(hard("size", placed(RecipeRow.perCell(cells, c -> 1), extra, 1, -1), 0, 0));
        for (RecipeRow row : rows) {
            boolean fixed = row.kind() == RecipeRow.Kind.TOKENS;
            double own = own(row, supply);
            if (row.floor() > 0) {
                hard.add(hard(
                        row.name(), placed(row.coefficients(), extra, own, -row.floor()), 0, Double.POSITIVE_INFINITY));
            }
            if (row.ceiling() < Double.POSITIVE_INFINITY) {
                double[] a = placed(row.coefficients(), extra, own, fixed ? 0 : -row.ceiling());
                hard.add(hard(row.name(), a, Double.NEGATIVE_INFINITY, fixed ? row.ceiling() : 0));
            }
        }
        return new MixtureProblem(columns, hard);
    }

    /** What a token of certain supply adds to a row. */
    private static double own(RecipeRow row, @Nullable Pool supply) {
        if (supply == null) {
            return 0;
        }
        if (row.kind() == RecipeRow.Kind.LIMIT) {
            boolean both = row.name().equals(Limit.ALPHA_BETA) && supply == Pool.PREVIOUS_GENERATION;
            return supply == Pool.CURRENT_MODEL || both ? 1 : 0;
        }
        return row.pool() == supply ? 1 : 0;
    }

    /** Sums portions to cells. */
    double[] perCell(double[] x) {
        double[] sums = new double[cells.size()];
        for (int j = 0; j < portions.size(); j++) {
            sums[portions.get(j).cell()] += x[j];
        }
        return sums;
    }

    List<Cell> cells() {
        return cells;
    }

    private static Row hard(String name, double[] a, double lower, double upper) {
        return new Row(name, a, lower, upper, Double.POSITIVE_INFINITY);
    }

    private double[] placed(double[] perCell, int extra, double supply, double size) {
        double[] a = spread(perCell, 0, extra);
        a[a.length - 1] = size;
        if (extra == 2) {
            a[a.length - 2] = supply;
        }
        return a;
    }

    private double[] spread(double[] perCell, double less, int extra) {
        double[] a = new double[portions.size() + extra];
        Arrays.setAll(a, j -> j < portions.size() ? perCell[portions.get(j).cell()] - less : 0);
        return a;
    }
}
