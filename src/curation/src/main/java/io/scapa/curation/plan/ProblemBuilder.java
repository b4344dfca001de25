package io.scapa.curation.plan;

import io.scapa.curation.plan.MixtureProblem.Column;
import io.scapa.curation.plan.MixtureProblem.Row;
import io.scapa.curation.plan.Portions.Portion;
import io.scapa.curation.recipe.Recipe;
import io.scapa.provenance.Pool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Builds the two linear programs of a recipe over the portions of its cells, in shares of the budget: the elastic plan, and
 * the largest dataset that keeps every row.
 */
final class ProblemBuilder {
    /** A limit must hold: its violation costs more than anything that it could buy. */
    static final double LIMIT_PENALTY = 1000;

    /** Leaving a pool's tolerance. */
    static final double TARGET_PENALTY = 100;

    /** A token too few: rather fewer tokens than the wrong mixture. */
    static final double BUDGET_PENALTY = 50;

    /** Lying off the centre of a tolerance: worth less than a repeated token. */
    static final double AIM_PENALTY = 0.02;

    private final Recipe recipe;
    private final List<Cell> cells;
    private final List<Portion> portions;

    ProblemBuilder(Recipe recipe, List<Cell> cells) {
        this.recipe = recipe;
        this.cells = cells;
        this.portions = Portions.of(cells, recipe.tokens());
    }

    /** The elastic plan; one column per portion. */
    MixtureProblem plan() {
        List<Column> columns = new ArrayList<>();
        portions.forEach(portion -> columns.add(column(portion)));
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("tokens", coefficients(cell -> 1, 0), 1, 1, BUDGET_PENALTY));
        for (RecipeRows row : RecipeRows.of(recipe)) {
            rows.add(planned(row));
        }
        for (Pool pool : Pool.values()) {
            double aim = recipe.targets().of(pool).share();
            rows.add(new Row(
                    "aim " + pool.symbol(), coefficients(c -> c.composition().of(pool), 0), aim, aim, AIM_PENALTY));
        }
        return new MixtureProblem(columns, rows);
    }

    private Row planned(RecipeRows row) {
        if (row.relative()) {
            double[] excess = coefficients(cell -> row.coefficient().applyAsDouble(cell) - row.ceiling(), 0);
            return new Row(row.name(), excess, Double.NEGATIVE_INFINITY, 0, LIMIT_PENALTY);
        }
        double penalty = row.kind() == RecipeRows.Kind.TARGET ? TARGET_PENALTY : LIMIT_PENALTY;
        return new Row(row.name(), coefficients(row.coefficient(), 0), row.floor(), row.ceiling(), penalty);
    }

    /**
     * The largest dataset that keeps every row: the last column is its size T.
     *
     * @param rows the recipe's rows, one of them perhaps relaxed
     * @param supply a pool that gets more documents of its own, or null
     * @param more how much more, as a share of the budget
     */
    MixtureProblem largest(List<RecipeRows> rows, @org.jspecify.annotations.Nullable Pool supply, double more) {
        List<Column> columns = new ArrayList<>();
        portions.forEach(portion -> columns.add(new Column("cell", portion.capacity(), 0)));
        double total = portions.stream().mapToDouble(Portion::capacity).sum() + more;
        int extra = supply == null ? 1 : 2;
        if (supply != null) {
            columns.add(new Column("supply of " + supply.symbol(), more, 0));
        }
        columns.add(new Column("T", Math.max(total, 1e-9), 1));
        List<Row> problemRows = new ArrayList<>();
        double[] size = coefficients(cell -> 1, extra);
        place(size, extra, 1, -1);
        problemRows.add(new Row("size", size, 0, 0, Double.POSITIVE_INFINITY));
        for (RecipeRows row : rows) {
            double own = supply != null
                            && row.kind() == RecipeRows.Kind.TARGET
                            && row.name().equals(supply.symbol())
                    ? 1
                    : 0;
            if (row.kind() == RecipeRows.Kind.LIMIT && supply == Pool.CURRENT_MODEL) {
                own = 1;
            }
            if (!Double.isInfinite(row.floor())) {
                double[] a = coefficients(row.coefficient(), extra);
                place(a, extra, own, -row.floor());
                problemRows.add(
                        new Row(row.name() + " minimum", a, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
            }
            double[] a = coefficients(row.coefficient(), extra);
            boolean fixed = row.kind() == RecipeRows.Kind.TOKENS;
            place(a, extra, own, fixed ? 0 : -row.ceiling());
            double upper = fixed ? row.ceiling() : 0;
            problemRows.add(
                    new Row(row.name() + " maximum", a, Double.NEGATIVE_INFINITY, upper, Double.POSITIVE_INFINITY));
        }
        return new MixtureProblem(columns, problemRows);
    }

    /** Sums portions to cells. */
    double[] perCell(double[] x) {
        double[] sums = new double[cells.size()];
        for (int j = 0; j < portions.size(); j++) {
            sums[portions.get(j).cell()] += x[j];
        }
        return sums;
    }

    private static Column column(Portion portion) {
        return new Column("cell " + portion.cell(), portion.capacity(), portion.value());
    }

    private static void place(double[] a, int extra, double supply, double size) {
        a[a.length - 1] = size;
        if (extra == 2) {
            a[a.length - 2] = supply;
        }
    }

    private double[] coefficients(ToDoubleFunction<Cell> ofCell, int extra) {
        double[] perCell = cells.stream().mapToDouble(ofCell).toArray();
        double[] a = new double[portions.size() + extra];
        Arrays.setAll(a, j -> j < portions.size() ? perCell[portions.get(j).cell()] : 0);
        return a;
    }
}
