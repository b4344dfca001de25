package io.scapa.curation.plan;

import io.scapa.curation.recipe.Recipe;
import io.scapa.provenance.Pool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What relaxing each row would buy, found by solving for the largest dataset again with that row relaxed. A difference of two
 * solved programs is what a user can count on; a dual value holds only for a change too small to matter.
 */
final class Prices {
    private static final double POINT = 0.01;
    private static final double NEGLIGIBLE = 1e-7;

    private final Recipe recipe;
    private final Planner planner;
    private final ProblemBuilder builder;
    private final double largest;

    Prices(Recipe recipe, Planner planner, ProblemBuilder builder, double largest) {
        this.recipe = recipe;
        this.planner = planner;
        this.builder = builder;
        this.largest = largest;
    }

    /** Every price that is not zero, the largest first. */
    List<ShadowPrice> all() {
        List<ShadowPrice> prices = new ArrayList<>();
        List<RecipeRows> rows = RecipeRows.of(recipe);
        for (int r = 0; r < rows.size(); r++) {
            RecipeRows row = rows.get(r);
            if (row.kind() == RecipeRows.Kind.TOKENS) {
                continue;
            }
            if (row.floor() > 0) {
                relaxed(
                        prices,
                        rows,
                        r,
                        row.name() + " minimum",
                        new RecipeRows(
                                row.name(),
                                row.kind(),
                                row.coefficient(),
                                Math.max(0, row.floor() - POINT),
                                row.ceiling()));
            }
            if (row.ceiling() < 1) {
                relaxed(
                        prices,
                        rows,
                        r,
                        row.name() + " maximum",
                        new RecipeRows(
                                row.name(),
                                row.kind(),
                                row.coefficient(),
                                row.floor(),
                                Math.min(1, row.ceiling() + POINT)));
            }
        }
        for (Pool pool : Pool.values()) {
            supply(prices, rows, pool);
        }
        prices.sort(Comparator.comparing((ShadowPrice price) -> price.change().equals("one token"))
                .thenComparing(Comparator.comparingDouble(ShadowPrice::tokens).reversed())
                .thenComparing(ShadowPrice::row));
        return prices;
    }

    private void relaxed(List<ShadowPrice> prices, List<RecipeRows> rows, int index, String name, RecipeRows relaxed) {
        List<RecipeRows> changed = new ArrayList<>(rows);
        changed.set(index, relaxed);
        double gain = planner.largest(builder, changed, null, 0) - largest;
        if (gain > NEGLIGIBLE) {
            double tokens = gain * recipe.tokens();
            prices.add(new ShadowPrice(
                    name,
                    "one point",
                    tokens,
                    String.format(
                            Locale.ROOT,
                            "relaxing %s by one point lets the dataset grow by %,.0f tokens",
                            name,
                            tokens)));
        }
    }

    private void supply(List<ShadowPrice> prices, List<RecipeRows> rows, Pool pool) {
        double more = Math.max(largest, 1e-3) * POINT;
        double gain = (planner.largest(builder, rows, pool, more) - largest) / more;
        if (gain > NEGLIGIBLE) {
            prices.add(new ShadowPrice(
                    "supply of " + pool.symbol(),
                    "one token",
                    gain,
                    String.format(
                            Locale.ROOT,
                            "one more token of certain %s lets the dataset grow by %.2f tokens",
                            pool.symbol(),
                            gain)));
        }
    }
}
