package io.scapa.curation.plan;

import io.scapa.curation.plan.MixtureProblem.Row;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.Target;
import io.scapa.provenance.Pool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what a plan could not fulfil from the slacks of its rows, and puts it into words. */
final class Shortages {
    /** Violations below a millionth of the budget are rounding. */
    private static final double NEGLIGIBLE = 1e-6;

    private final Recipe recipe;
    private final MixtureProblem problem;
    private final double[] x;
    private final List<Cell> cells;
    private final long largest;
    private final List<ShadowPrice> prices;

    Shortages(
            Recipe recipe,
            MixtureProblem problem,
            double[] x,
            List<Cell> cells,
            long largest,
            List<ShadowPrice> prices) {
        this.recipe = recipe;
        this.problem = problem;
        this.x = x;
        this.cells = cells;
        this.largest = largest;
        this.prices = prices;
    }

    /** What is short where there is no document at all. */
    static List<Shortage> ofNothing(Recipe recipe) {
        return List.of(new Shortage(
                "tokens",
                "short",
                recipe.tokens(),
                100,
                String.format(
                        Locale.ROOT,
                        "tokens: %,d short of %,d: there is no document to take",
                        recipe.tokens(),
                        recipe.tokens()),
                List.of("give documents with assessments, or filters that leave some of them")));
    }

    /** One entry per row of the recipe; of a limit's tangents the one that is broken most. */
    List<Shortage> all() {
        List<Shortage> shortages = new ArrayList<>();
        Map<String, Row> worst = new LinkedHashMap<>();
        for (Row row : problem.rows()) {
            if (!row.name().startsWith("aim ")) {
                worst.merge(row.name(), row, (a, b) -> b.over(x) > a.over(x) ? b : a);
            }
        }
        for (Row row : worst.values()) {
            add(shortages, row, row.under(x), "short");
            add(shortages, row, row.over(x), "over");
        }
        return shortages;
    }

    private void add(List<Shortage> shortages, Row row, double violation, String direction) {
        if (violation <= NEGLIGIBLE) {
            return;
        }
        long tokens = (long) Math.ceil(violation * recipe.tokens() - 1e-6);
        shortages.add(new Shortage(
                row.name(),
                direction,
                tokens,
                100 * violation,
                explanation(row, direction, tokens),
                help(row, direction, tokens)));
    }

    private String explanation(Row row, String direction, long tokens) {
        if (row.name().equals("tokens")) {
            return text("tokens: %,d short of the budget of %,d", tokens, recipe.tokens());
        }
        if (isPool(row.name())) {
            Pool pool = Pool.of(row.name());
            Target target = recipe.targets().of(pool);
            double end = direction.equals("short") ? target.lower() : target.upper();
            return text(
                            "%s: %,d tokens (%.2f points of the budget) %s %s %,d (%.2f%%); the documents hold about %,d tokens of it",
                            row.name(),
                            tokens,
                            100.0 * tokens / recipe.tokens(),
                            direction.equals("short") ? "short of its minimum of" : "over its maximum of",
                            "",
                            Math.round(end * recipe.tokens()),
                            100 * end,
                            available(pool))
                    .replace("  ", " ");
        }
        return text(
                "%s: %,d tokens (%.2f points of the budget) %s",
                row.name(),
                tokens,
                100.0 * tokens / recipe.tokens(),
                direction.equals("short") ? "short of its minimum" : "over its limit");
    }

    private List<String> help(Row row, String direction, long tokens) {
        List<String> help = new ArrayList<>();
        if (isPool(row.name()) && direction.equals("short")) {
            Target target = recipe.targets().of(Pool.of(row.name()));
            double reachable = Math.max(0, target.lower() - (double) tokens / recipe.tokens());
            help.add(text("%,d more tokens of %s", tokens, row.name()));
            help.add(text(
                    "a target of %s at or below %.4f, or a tolerance of %.4f",
                    row.name(),
                    Math.floor((reachable + target.tolerance()) * 1e4) / 1e4,
                    Math.ceil((target.share() - reachable) * 1e4) / 1e4));
        } else if (isPool(row.name())) {
            help.add(text("documents with less %s in them, or a higher tolerance", row.name()));
        } else if (direction.equals("short") && !row.name().equals("tokens")) {
            help.add(text("%,d more tokens of %s, or a lower minimum", tokens, row.name()));
        } else if (!row.name().equals("tokens")) {
            help.add("a higher limit, or more documents that do not count against it");
        }
        if (row.name().equals("tokens")) {
            prices.stream()
                    .filter(price -> price.change().equals("one point"))
                    .limit(2)
                    .forEach(p -> help.add(p.explanation()));
        }
        if (largest > 0) {
            help.add(text("a budget of at most %,d tokens", largest));
        } else if (row.name().equals("tokens")) {
            help.add("no budget fits these targets: see the rows that are short");
        }
        return help;
    }

    private long available(Pool pool) {
        return Math.round(cells.stream()
                .mapToDouble(
                        c -> c.tokens() * (double) c.epochs() * c.composition().of(pool))
                .sum());
    }

    private static boolean isPool(String name) {
        for (Pool pool : Pool.values()) {
            if (pool.symbol().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
