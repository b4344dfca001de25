package io.scapa.curation;

import io.scapa.curation.plan.CellKey;
import io.scapa.curation.plan.PosteriorBins;
import io.scapa.curation.plan.Strata;
import io.scapa.curation.recipe.ExactDedupView;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.table.Bytes;
import io.scapa.curation.table.CandidateTable;
import io.scapa.curation.table.DrawKey;
import io.scapa.curation.table.Millionths;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Origin;
import io.scapa.provenance.Pool;
import io.scapa.provenance.PoolProbabilities;
import io.scapa.text.view.TextViews;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Turns a candidate into what is kept of it under a recipe: its cell, its draw key, its dedup key. */
final class RowReader {
    private final Recipe recipe;
    private final DrawKey drawKey;

    RowReader(Recipe recipe) {
        this.recipe = recipe;
        this.drawKey = new DrawKey(recipe.drawKey());
    }

    CandidateTable.Row row(Candidate candidate) throws IOException {
        int[] pools = pools(candidate);
        return new CandidateTable.Row(
                candidate.id(),
                candidate.contentSha256(),
                dedupKey(candidate),
                drawKey.of(candidate.id()),
                pools,
                Millionths.of(candidate.splitWithoutDate()),
                candidate.tokens(),
                cell(candidate),
                candidate.source(),
                candidate.release());
    }

    /** The cell of a candidate under the recipe. */
    CellKey cell(Candidate candidate) {
        int[] pools = pools(candidate);
        double alpha = Millionths.toProbability(pools[Pool.CURRENT_MODEL.ordinal()]);
        return new CellKey(
                Millionths.mostProbable(pools), PosteriorBins.of(alpha), Strata.of(recipe, facts(candidate)));
    }

    private static Strata.Facts facts(Candidate candidate) {
        return new Strata.Facts(
                candidate.source(),
                candidate.language(),
                attribute(candidate, "uri"),
                attribute(candidate, "published_at"));
    }

    private static @Nullable String attribute(Candidate candidate, String name) {
        return candidate.attributes().get(name) instanceof String text ? text : null;
    }

    /** The pools of a candidate under the recipe, in millionths. */
    int[] pools(Candidate candidate) {
        return Millionths.of(weighted(candidate));
    }

    /** The part of an edited document that the recipe does not count as model output is fresh human text. */
    private PoolProbabilities weighted(Candidate candidate) {
        PoolProbabilities pools = candidate.pools();
        if (candidate.origin() != Origin.EDITED || recipe.editedWeight() == 1) {
            return pools;
        }
        double moved = pools.alpha() * (1 - recipe.editedWeight());
        return new PoolProbabilities(pools.alpha() - moved, pools.beta(), pools.gamma(), pools.eta() + moved);
    }

    private long[] dedupKey(Candidate candidate) throws IOException {
        byte[] hash = recipe.dedup() == ExactDedupView.CLEAN
                ? HexFormat.of().parseHex(candidate.contentSha256().hex())
                : ContentHash.sha256()
                        .digest(TextViews.of(candidate.text().clean())
                                .foldedLowerCase()
                                .text()
                                .getBytes(StandardCharsets.UTF_8));
        return new long[] {Bytes.longAt(hash, 0), Bytes.longAt(hash, 8)};
    }
}
