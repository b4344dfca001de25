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
    private final List<Limit> limits;
    private final double largest;

    Prices(Recipe recipe, Planner planner, ProblemBuilder builder, List<Limit> limits, double largest) {
        this.recipe = recipe;
        this.planner = planner;
        this.builder = builder;
        this.limits = limits;
        this.largest = largest;
    }

    /** Every price that is not zero, the largest first. */
    List<ShadowPrice> all() {
        List<ShadowPrice> prices = new ArrayList<>();
        List<RecipeRow> rows = RecipeRow.of(recipe, builder.cells());
        for (int r = 0; r < rows.size(); r++) {
            row(prices, rows, r);
        }
        for (int l = 0; l < limits.size(); l++) {
            List<Limit> relaxed = new ArrayList<>(limits);
            relaxed.set(l, limits.get(l).at(limits.get(l).share() + POINT));
            relaxed(prices, rows, relaxed, limits.get(l).name());
        }
        for (Pool pool : Pool.values()) {
            supply(prices, rows, pool);
        }
        prices.sort(Comparator.comparing((ShadowPrice price) -> price.change().equals("one token"))
                .thenComparing(Comparator.comparingDouble(ShadowPrice::tokens).reversed())
                .thenComparing(ShadowPrice::row));
        return prices;
    }

    private void row(List<ShadowPrice> prices, List<RecipeRow> rows, int index) {
        RecipeRow row = rows.get(index);
        if (row.kind() == RecipeRow.Kind.TOKENS) {
            return;
        }
        List<RecipeRow> changed = new ArrayList<>(rows);
        if (row.floor() > 0) {
            changed.set(index, row.between(Math.max(0, row.floor() - POINT), row.ceiling()));
            relaxed(prices, changed, limits, row.name() + " minimum");
        }
        if (row.ceiling() < 1) {
            changed.set(index, row.between(row.floor(), Math.min(1, row.ceiling() + POINT)));
            relaxed(prices, changed, limits, row.name() + " maximum");
        }
    }

    private void relaxed(List<ShadowPrice> prices, List<RecipeRow> rows, List<Limit> relaxed, String name) {
        double gain = planner.largest(builder, rows, relaxed, null, 0) - largest;
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

    private void supply(List<ShadowPrice> prices, List<RecipeRow> rows, Pool pool) {
        double more = Math.max(largest, 1e-3) * POINT;
        double gain = (planner.largest(builder, rows, limits, pool, more) - largest) / more;
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
