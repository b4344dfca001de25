package io.scapa.curation.plan;

import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.ShareLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A recipe's limit on alpha, or on alpha and beta, over given cells.
 *
 * @param name {@link #ALPHA} or {@link #ALPHA_BETA}
 * @param share the limit
 * @param risk the upper limit of a mixture of the cells
 */
public record Limit(String name, double share, ShareRisk risk) {
    /** Name in messages and manifests. */
    public static final String ALPHA = "maxAlpha";
    /** Name in messages and manifests. */
    public static final String ALPHA_BETA = "maxAlphaBeta";

    /**
     * The limits of a recipe.
     *
     * @param tightened by how much a limit is drawn tighter, so that whole documents keep it as well, by name
     */
    static List<Limit> of(Recipe recipe, List<Cell> cells, Map<String, Double> tightened) {
        List<Limit> limits = new ArrayList<>();
        ShareLimit alpha = recipe.maxAlpha();
        if (alpha != null) {
            double share = alpha.share() - tightened.getOrDefault(ALPHA, 0.0);
            limits.add(new Limit(
                    ALPHA, share, new ShareRisk(cells.stream().map(Cell::alpha).toList())));
        }
        ShareLimit both = recipe.maxAlphaBeta();
        if (both != null) {
            double share = both.share() - tightened.getOrDefault(ALPHA_BETA, 0.0);
            limits.add(new Limit(
                    ALPHA_BETA,
                    share,
                    new ShareRisk(cells.stream().map(Cell::alphaBeta).toList())));
        }
        return limits;
    }

    /** The same with another share. */
    Limit at(double newShare) {
        return new Limit(name, newShare, risk);
    }

    /** The row that holds at given tokens and is never too strict elsewhere. */
    RecipeRow tangent(double[] tokens) {
        return RecipeRow.limit(name, risk.tangent(tokens), share);
    }

    /** By how much a mixture exceeds the limit, in units of its tokens; negative where it keeps it. */
    double excess(double[] tokens) {
        double total = 0;
        for (double cell : tokens) {
            total += cell;
        }
        return risk.limit(tokens) - share * total;
    }
}
