package io.scapa.curation.plan;

import io.scapa.provenance.Mixture;
import io.scapa.provenance.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the solver found for a recipe: always an answer, feasible or not.
 *
 * @param recipeHash of the recipe
 * @param budget tokens asked for
 * @param tokens tokens planned
 * @param cells what is taken of each cell, ordered by key
 * @param expected the expected mixture of the plan, or null where nothing can be taken
 * @param alphaUpper upper bound on the share of alpha at the recipe's confidence, the expected share where it asks for none
 * @param alphaBetaUpper the same for alpha and beta together
 * @param shortages what cannot be fulfilled; empty for a feasible plan
 * @param largestFeasible the largest budget that these documents could fill within all rows, in tokens
 * @param prices what relaxing a row would buy, largest first
 * @param optimalityGap how far the plan may lie below the optimum of the linear program, by our own proof
 */
public record Plan(
        String recipeHash,
        long budget,
        long tokens,
        List<PlannedCell> cells,
        @Nullable Mixture expected,
        double alphaUpper,
        double alphaBetaUpper,
        List<Shortage> shortages,
        long largestFeasible,
        List<ShadowPrice> prices,
        double optimalityGap) {
    public Plan {
        cells = List.copyOf(cells);
        shortages = List.copyOf(shortages);
        prices = List.copyOf(prices);
    }

    /** Whether the recipe can be fulfilled. */
    public boolean feasible() {
        return shortages.isEmpty();
    }

    /** The plan in words: the mixture, what is short, what would help, what a point would buy. */
    public String explain() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s: %,d of %,d tokens planned from %d cells",
                feasible() ? "feasible" : "not feasible",
                tokens,
                budget,
                cells.stream().filter(c -> c.tokens() > 0).count()));
        if (expected != null) {
            StringBuilder shares = new StringBuilder("expected mixture:");
            for (Pool pool : Pool.values()) {
                shares.append(String.format(Locale.ROOT, " %s %.2f%%", pool.symbol(), 100 * expected.share(pool)));
            }
            lines.add(shares.toString());
        }
        for (Shortage shortage : shortages) {
            lines.add(shortage.explanation());
            shortage.help().forEach(help -> lines.add("  would help: " + help));
        }
        lines.add(String.format(Locale.ROOT, "largest budget that these documents fill: %,d tokens", largestFeasible));
        prices.forEach(price -> lines.add("  " + price.explanation()));
        return String.join("\n", lines);
    }
}
