package io.scapa.curation.manifest;

import io.scapa.curation.plan.Limit;
import io.scapa.curation.plan.PlannedCell;
import io.scapa.curation.plan.ShareBound;
import io.scapa.curation.plan.ShareRisk;
import io.scapa.curation.recipe.ShareLimit;
import io.scapa.statistics.Normal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A limit of the recipe and what came of it.
 *
 * @param name {@link Limit#ALPHA} or {@link Limit#ALPHA_BETA}
 * @param limit the greatest share
 * @param confidence with which the true share must lie below it, or null for the expected share
 * @param estimate the expected share, corrected by the audit where there is one
 * @param bound the upper limit at the confidence; the estimate where none is asked for
 * @param audited how many audited documents it rests on; 0 where it rests on the detector alone
 * @param unaudited share of the tokens in cells that nobody audited
 * @param nextAudit the cell where one more audited document buys most, or null
 * @param gainOfOneMore by how much that one is expected to lower the bound
 */
public record LimitOutcome(
        String name,
        double limit,
        @Nullable Double confidence,
        double estimate,
        double bound,
        int audited,
        double unaudited,
        @Nullable String nextAudit,
        double gainOfOneMore) {

    /** Whether the bound lies within the limit. */
    public boolean holds() {
        return bound <= limit + 1e-9;
    }

    /**
     * What came of a limit.
     *
     * @param cells the plan's cells
     * @param tokens realised tokens of each
     * @param bound what is known of each cell
     * @param drawVariance variance, in squared tokens, of the documents' true origins given their posteriors
     */
    static LimitOutcome of(
            String name,
            ShareLimit limit,
            List<PlannedCell> cells,
            double[] tokens,
            Function<PlannedCell, ShareBound> bound,
            double drawVariance) {
        List<ShareBound> bounds = cells.stream().map(bound).toList();
        ShareRisk risk = new ShareRisk(bounds);
        double total = Arrays.stream(tokens).sum();
        boolean asked = limit.confidence() != null;
        double reach = asked ? Normal.quantile(limit.confidence()) * Math.sqrt(drawVariance) : 0;
        double upper = asked ? risk.limit(tokens, reach) : risk.expected(tokens);
        int audited = 0;
        double unaudited = 0;
        int best = -1;
        double gain = 0;
        for (int i = 0; i < tokens.length; i++) {
            audited += tokens[i] > 0 ? bounds.get(i).audited() : 0;
            unaudited += bounds.get(i).audited() == 0 ? tokens[i] : 0;
            double gained = bounds.get(i).gainOfOneMore() * risk.weight(i, tokens, reach) / total;
            if (gained > gain) {
                gain = gained;
                best = i;
            }
        }
        return new LimitOutcome(
                name,
                limit.share(),
                limit.confidence(),
                risk.expected(tokens) / total,
                Math.min(1, upper / total),
                audited,
                unaudited / total,
                best < 0 ? null : cells.get(best).cell().key().id(),
                gain);
    }
}
