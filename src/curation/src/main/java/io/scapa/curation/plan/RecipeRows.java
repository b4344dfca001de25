package io.scapa.curation.plan;

import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.SourceCap;
import io.scapa.curation.recipe.Target;
import io.scapa.provenance.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The rows of a recipe as linear functions of the shares taken per cell. A row is {@code floor * T + fixedFloor <= sum a_i x_i
 * <= ceiling * T + fixedCeiling}, with T the tokens of the whole dataset as a share of the budget.
 *
 * @param name for messages
 * @param kind what it stands for
 * @param coefficient a_i of a cell
 * @param floor least share, negative infinity for none
 * @param ceiling greatest share, positive infinity for none
 */
record RecipeRows(String name, Kind kind, ToDoubleFunction<Cell> coefficient, double floor, double ceiling) {
    /** What a row stands for. */
    enum Kind {
        /** The share of a pool. */
        TARGET,
        /** The limit on alpha. */
        LIMIT,
        /** The share of a source. */
        CAP,
        /** The tokens of a source, as a share of the budget, not of the dataset. */
        TOKENS
    }

    static List<RecipeRows> of(Recipe recipe) {
        List<RecipeRows> rows = new ArrayList<>();
        for (Pool pool : Pool.values()) {
            Target target = recipe.targets().of(pool);
            rows.add(new RecipeRows(
                    pool.symbol(), Kind.TARGET, cell -> cell.composition().of(pool), target.lower(), target.upper()));
        }
        if (recipe.maxAlpha() != null) {
            rows.add(new RecipeRows(
                    "maxAlpha",
                    Kind.LIMIT,
                    Cell::alphaUpper,
                    Double.NEGATIVE_INFINITY,
                    recipe.maxAlpha().share()));
        }
        recipe.sources().forEach((name, cap) -> cap(rows, name, cap, recipe.tokens()));
        return rows;
    }

    private static void cap(List<RecipeRows> rows, String source, SourceCap cap, double budget) {
        String stratum = Strata.ofSource(source);
        ToDoubleFunction<Cell> belongs = cell -> cell.key().stratum().equals(stratum) ? 1 : 0;
        if (cap.maxShare() != null) {
            rows.add(new RecipeRows("source " + source, Kind.CAP, belongs, Double.NEGATIVE_INFINITY, cap.maxShare()));
        }
        if (cap.maxTokens() != null) {
            rows.add(new RecipeRows(
                    "tokens of source " + source,
                    Kind.TOKENS,
                    belongs,
                    Double.NEGATIVE_INFINITY,
                    cap.maxTokens() / budget));
        }
    }

    /** Whether the ends move with the dataset's own size. */
    boolean relative() {
        return kind == Kind.LIMIT || kind == Kind.CAP;
    }
}
