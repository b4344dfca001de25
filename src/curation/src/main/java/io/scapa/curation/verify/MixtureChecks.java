package io.scapa.curation.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.curation.plan.Limit;
import io.scapa.curation.plan.ShareBound;
import io.scapa.curation.plan.ShareRisk;
import io.scapa.curation.recipe.CollapseLimit;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.ShareLimit;
import io.scapa.curation.recipe.Target;
import io.scapa.provenance.Pool;
import io.scapa.statistics.Normal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The shares, limits and cells of the manifest are those of the shards and of the recipe. */
final class MixtureChecks {
    private final JsonNode manifest;
    private final Recipe recipe;
    private final ShardSums sums;
    private final Findings findings;

    MixtureChecks(JsonNode manifest, Recipe recipe, ShardSums sums, Findings findings) {
        this.manifest = manifest;
        this.recipe = recipe;
        this.sums = sums;
        this.findings = findings;
    }

    void check() {
        for (JsonNode entry : manifest.path("mixture").path("pools")) {
            pool(entry);
        }
        limit(Limit.ALPHA, recipe.maxAlpha(), "alpha", sums.alphaVariance);
        limit(Limit.ALPHA_BETA, recipe.maxAlphaBeta(), "alphaBeta", sums.alphaBetaVariance);
        sources();
        cells();
        lineage();
        collapse();
    }

    private void pool(JsonNode entry) {
        String symbol = entry.path("pool").asText();
        Pool pool;
        try {
            pool = Pool.of(symbol);
        } catch (IllegalArgumentException e) {
            findings.add("pool " + symbol, false, e.getMessage());
            return;
        }
        Target target = recipe.targets().of(pool);
        double share = sums.share(pool);
        findings.near("share of " + symbol, entry.path("share").asDouble(Double.NaN), share);
        findings.near("target of " + symbol, entry.path("target").asDouble(Double.NaN), target.share());
        findings.near("tolerance of " + symbol, entry.path("tolerance").asDouble(Double.NaN), target.tolerance());
        findings.equal(
                "documents of " + symbol, entry.path("documents").asLong(-1), sums.documentsByPool[pool.ordinal()]);
        findings.equal(
                "whether " + symbol + " lies within its tolerance",
                entry.path("withinTolerance").asBoolean(),
                Math.abs(share - target.share()) <= target.tolerance() + 1e-9);
        double lower = entry.path("interval").path(0).asDouble(Double.NaN);
        double upper = entry.path("interval").path(1).asDouble(Double.NaN);
        boolean inside = lower - 1e-9 <= share && share <= upper + 1e-9;
        findings.add("interval of " + symbol, inside, "[" + lower + ", " + upper + "] around " + share);
    }

    /** Manifests of the first releases do not say what was taken of each source. */
    private void sources() {
        JsonNode stated = manifest.path("mixture").path("sources");
        if (stated.isMissingNode()) {
            return;
        }
        findings.equal("number of sources", stated.size(), sums.bySource.size());
        for (JsonNode entry : stated) {
            String source = entry.path("source").asText();
            long[] sum = sums.bySource.getOrDefault(source, new long[2]);
            findings.equal(
                    "documents of source " + source, entry.path("documents").asLong(-1), sum[0]);
            findings.equal("tokens of source " + source, entry.path("tokens").asLong(-1), sum[1]);
            findings.near(
                    "share of source " + source,
                    entry.path("share").asDouble(Double.NaN),
                    (double) sum[1] / Math.max(1, sums.tokens));
        }
    }

    private void limit(String name, @Nullable ShareLimit limit, String bounds, double drawVariance) {
        if (limit == null) {
            return;
        }
        JsonNode entry = manifest.path("absent");
        for (JsonNode candidate : manifest.path("mixture").path("limits")) {
            entry = candidate.path("name").asText().equals(name) ? candidate : entry;
        }
        double bound = bound(limit, bounds, drawVariance);
        findings.near("limit " + name, entry.path("limit").asDouble(Double.NaN), limit.share());
        findings.near("bound of " + name, entry.path("bound").asDouble(Double.NaN), bound);
        findings.equal("whether " + name + " holds", entry.path("holds").asBoolean(), bound <= limit.share() + 1e-9);
    }

    /** The bound from the cells' estimates and slacks and the tokens that the shards hold of each cell. */
    private double bound(ShareLimit limit, String bounds, double drawVariance) {
        List<ShareBound> cells = new ArrayList<>();
        List<Double> tokens = new ArrayList<>();
        for (JsonNode cell : manifest.path("cells")) {
            JsonNode known = cell.path(bounds);
            cells.add(new ShareBound(
                    known.path("estimate").asDouble(),
                    known.path("slack").asDouble(),
                    known.path("audited").asInt(),
                    0));
            tokens.add((double) sums.tokensByCell.getOrDefault(cell.path("cell").asText(), 0L));
        }
        ShareRisk risk = new ShareRisk(cells);
        double[] x = tokens.stream().mapToDouble(Double::doubleValue).toArray();
        double upper = limit.confidence() == null
                ? risk.expected(x)
                : risk.limit(x, Normal.quantile(limit.confidence()) * Math.sqrt(drawVariance));
        return sums.tokens == 0 ? 0 : Math.min(1, upper / sums.tokens);
    }

    private void cells() {
        Map<String, Long> listed = new TreeMap<>();
        for (JsonNode cell : manifest.path("cells")) {
            String name = cell.path("cell").asText();
            long realised = cell.path("realised").asLong();
            long planned = cell.path("planned").asLong();
            if (realised > 0) {
                listed.put(name, realised);
            }
            int longest = sums.longestByCell.getOrDefault(name, 0);
            if (realised > planned + longest) {
                findings.add("plan of cell " + name, false, realised + " tokens taken, " + planned + " planned");
            }
        }
        findings.equal("tokens by cell", listed, new TreeMap<>(sums.tokensByCell));
    }

    private void lineage() {
        JsonNode lineage = manifest.path("lineage");
        findings.near(
                "alpha of this generation", lineage.path("now").asDouble(Double.NaN), sums.share(Pool.CURRENT_MODEL));
        if (recipe.previous() != null) {
            findings.near(
                    "alpha inherited",
                    lineage.path("inherited").asDouble(Double.NaN),
                    sums.share(Pool.PREVIOUS_GENERATION) * recipe.previous().syntheticShare());
        }
    }

    private void collapse() {
        CollapseLimit limit = recipe.collapse();
        if (limit == null) {
            return;
        }
        double probability = manifest.path("collapse").path("probability").asDouble(Double.NaN);
        findings.add(
                "limit of collapse",
                probability <= limit.maxProbability(),
                probability + " within " + limit.generations() + " generations, accepted " + limit.maxProbability());
    }
}
