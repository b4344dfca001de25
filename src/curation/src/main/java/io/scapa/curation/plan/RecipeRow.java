package io.scapa.curation.plan;

import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.ShareRange;
import io.scapa.curation.recipe.SourceCap;
import io.scapa.curation.recipe.Target;
import io.scapa.provenance.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A row of a recipe as a linear function of the tokens taken per cell: {@code floor <= sum a_i x_i / T <= ceiling}.
 *
 * @param name for messages
 * @param kind what it stands for
 * @param pool the pool that it speaks of, or null
 * @param coefficients a_i per cell
 * @param floor least share, negative infinity for none
 * @param ceiling greatest share, positive infinity for none
 */
record RecipeRow(
        String name,
        Kind kind,
        @org.jspecify.annotations.Nullable Pool pool,
        double[] coefficients,
        double floor,
        double ceiling) {
    /** What a row stands for. */
    enum Kind {
        /** The share of a pool. */
        TARGET,
        /** The share of a stratum. */
        STRATUM,
        /** The limit on alpha, or on alpha and beta: the expected share or a tangent of the upper limit. */
        LIMIT,
        /** The greatest share of a source. */
        CAP,
        /** The greatest tokens of a source, as a share of the budget whatever the dataset's size. */
        TOKENS;

        /** Whether the ends move with the dataset's own size even where the budget is not reached. */
        boolean relative() {
            return this == LIMIT || this == CAP;
        }

        /** Whether it must hold whatever it costs. */
        boolean strict() {
            return relative() || this == TOKENS;
        }
    }

    /** All rows of a recipe but its limits, whose rows are found while solving. */
    static List<RecipeRow> of(Recipe recipe, List<Cell> cells) {
        List<RecipeRow> rows = new ArrayList<>();
        for (Pool pool : Pool.values()) {
            Target target = recipe.targets().of(pool);
            rows.add(new RecipeRow(
                    pool.symbol(),
                    Kind.TARGET,
                    pool,
                    perCell(cells, c -> c.composition().of(pool)),
                    target.lower(),
                    target.upper()));
        }
        recipe.strata()
                .forEach((dimension, values) ->
                        values.forEach((value, range) -> rows.add(stratum(dimension, value, range, cells))));
        recipe.sources().forEach((name, cap) -> cap(rows, name, cap, recipe.tokens(), cells));
        return rows;
    }

    /** The row of a limit at its expected shares, or of one tangent. */
    static RecipeRow limit(String name, double[] coefficients, double ceiling) {
        return new RecipeRow(name, Kind.LIMIT, null, coefficients, Double.NEGATIVE_INFINITY, ceiling);
    }

    /** The same row with other ends. */
    RecipeRow between(double newFloor, double newCeiling) {
        return new RecipeRow(name, kind, pool, coefficients, newFloor, newCeiling);
    }

    private static RecipeRow stratum(String dimension, String value, ShareRange range, List<Cell> cells) {
        String part = Strata.part(dimension, value);
        return new RecipeRow(
                part,
                Kind.STRATUM,
                null,
                perCell(cells, c -> Strata.has(c.key().stratum(), part) ? 1 : 0),
                range.min(),
                range.max());
    }

    private static void cap(List<RecipeRow> rows, String source, SourceCap cap, double budget, List<Cell> cells) {
        String part = Strata.part("source", source);
        double[] belongs = perCell(cells, c -> Strata.has(c.key().stratum(), part) ? 1 : 0);
        if (cap.maxShare() != null) {
            rows.add(new RecipeRow(
                    "source " + source, Kind.CAP, null, belongs, Double.NEGATIVE_INFINITY, cap.maxShare()));
        }
        if (cap.maxTokens() != null) {
            rows.add(new RecipeRow(
                    "tokens of source " + source,
                    Kind.TOKENS,
                    null,
                    belongs,
                    Double.NEGATIVE_INFINITY,
                    cap.maxTokens() / budget));
        }
    }

    static double[] perCell(List<Cell> cells, ToDoubleFunction<Cell> coefficient) {
        return cells.stream().mapToDouble(coefficient).toArray();
    }
}
