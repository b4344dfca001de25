package io.scapa.curation.manifest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.curation.plan.CalibrationShift;
import io.scapa.curation.plan.Plan;
import io.scapa.curation.plan.PosteriorBins;
import io.scapa.curation.plan.ShadowPrice;
import io.scapa.curation.plan.Shortage;
import io.scapa.curation.recipe.RecipeJson;
import io.scapa.curation.recipe.ShareLimit;
import io.scapa.curation.shard.ShardEntry;

/** Writes the compact manifest, {@code manifest.json}; its schema is {@code manifest.schema.json} among the resources. */
public final class ManifestJson {
    private ManifestJson() {}

    /** The manifest as JSON. */
    public static ObjectNode toJson(Manifest manifest) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("form", Manifest.FORM);
        json.put("name", manifest.recipe().name());
        json.put("version", manifest.recipe().version());
        json.put("asOf", manifest.recipe().asOf().toString());
        json.put("recipeSha256", manifest.recipe().hash());
        json.set("recipe", RecipeJson.toJson(manifest.recipe()));
        inputs(manifest.snapshot(), json.putObject("inputs"));
        json.putObject("totals")
                .put("documents", manifest.documents())
                .put("lines", manifest.lines())
                .put("tokens", manifest.tokens())
                .put("tokensAsked", manifest.recipe().tokens());
        ObjectNode dropped = json.putObject("dropped");
        manifest.dropped().forEach(dropped::put);
        mixture(manifest, json.putObject("mixture"));
        plan(manifest.plan(), json.putObject("plan"));
        cells(manifest, json.putArray("cells"));
        collapse(manifest, json.putObject("collapse"));
        shards(manifest, json.putArray("shards"));
        ArrayNode files = json.putArray("files");
        manifest.files()
                .forEach(file -> files.addObject()
                        .put("path", file.path())
                        .put("sha256", file.sha256())
                        .put("bytes", file.bytes()));
        return json;
    }

    private static void inputs(Snapshot snapshot, ObjectNode json) {
        json.put("sha256", snapshot.sha256());
        ArrayNode sources = json.putArray("sources");
        for (SourceInput source : snapshot.sources()) {
            sources.addObject()
                    .put("source", source.source())
                    .put("documents", source.documents())
                    .put("tokens", source.tokens())
                    .put("sha256", source.sha256());
        }
        ObjectNode releases = json.putObject("releases");
        snapshot.releases().forEach(releases::put);
    }

    private static void mixture(Manifest manifest, ObjectNode json) {
        ArrayNode pools = json.putArray("pools");
        for (PoolShare share : manifest.realised().pools()) {
            ObjectNode pool = pools.addObject();
            pool.put("pool", share.pool().symbol());
            pool.put("target", share.target());
            pool.put("tolerance", share.tolerance());
            pool.put("share", share.share());
            pool.putArray("interval")
                    .add(share.interval().lower())
                    .add(share.interval().upper());
            pool.put("tokens", Math.round(share.tokens()));
            pool.put("documents", share.documents());
            pool.put("withinTolerance", share.withinTolerance());
        }
        json.put("confidence", 0.95);
        json.put("basis", "detector");
        json.put("calibrationShiftSd", CalibrationShift.SD);
        json.put("splitWithoutDate", manifest.realised().splitWithoutDate());
        ShareLimit limit = manifest.recipe().maxAlpha();
        if (limit != null) {
            ObjectNode alpha = json.putObject("maxAlpha");
            alpha.put("limit", limit.share());
            if (limit.confidence() != null) {
                alpha.put("confidence", limit.confidence());
            }
            alpha.put("bound", manifest.realised().alphaUpper());
            alpha.put("holds", manifest.realised().alphaUpper() <= limit.share() + 1e-9);
        }
    }

    /** A plan as JSON: what {@code --explain} and the service print. */
    public static ObjectNode planJson(Plan plan) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("recipeSha256", plan.recipeHash());
        plan(plan, json);
        if (plan.expected() != null) {
            ObjectNode expected = json.putObject("expected");
            plan.expected().shares().forEach((pool, share) -> expected.put(pool.symbol(), share));
        }
        json.put("alphaUpper", plan.alphaUpper());
        ArrayNode cells = json.putArray("cells");
        plan.cells()
                .forEach(cell -> cells.addObject()
                        .put("cell", cell.cell().key().id())
                        .put("documents", cell.cell().documents())
                        .put("available", cell.cell().tokens())
                        .put("planned", cell.tokens()));
        return json;
    }

    private static void plan(Plan plan, ObjectNode json) {
        json.put("feasible", plan.feasible());
        json.put("tokens", plan.tokens());
        json.put("budget", plan.budget());
        json.put("largestFeasible", plan.largestFeasible());
        json.put("optimalityGap", plan.optimalityGap());
        ArrayNode shortages = json.putArray("shortages");
        for (Shortage shortage : plan.shortages()) {
            ObjectNode entry = shortages.addObject();
            entry.put("row", shortage.row());
            entry.put("direction", shortage.direction());
            entry.put("tokens", shortage.tokens());
            entry.put("points", shortage.points());
            entry.put("explanation", shortage.explanation());
            ArrayNode help = entry.putArray("help");
            shortage.help().forEach(help::add);
        }
        ArrayNode prices = json.putArray("shadowPrices");
        for (ShadowPrice price : plan.prices()) {
            prices.addObject()
                    .put("row", price.row())
                    .put("change", price.change())
                    .put("tokens", price.tokens())
                    .put("explanation", price.explanation());
        }
    }

    private static void cells(Manifest manifest, ArrayNode json) {
        for (CellUse cell : manifest.cells()) {
            json.addObject()
                    .put("cell", cell.cell())
                    .put("available", cell.available())
                    .put("planned", cell.planned())
                    .put("realised", cell.realised());
        }
    }

    private static void collapse(Manifest manifest, ObjectNode json) {
        json.put("tested", manifest.collapse().present());
        if (manifest.collapse().probability() != null) {
            json.put("probability", manifest.collapse().probability());
        }
        json.put("summary", manifest.collapse().summary());
        if (manifest.collapse().present()) {
            json.put("report", CollapseFiles.REPORT);
            ArrayNode charts = json.putArray("charts");
            manifest.collapse().charts().keySet().forEach(name -> charts.add(CollapseFiles.chart(name)));
        }
    }

    private static void shards(Manifest manifest, ArrayNode json) {
        for (ShardEntry shard : manifest.shards()) {
            json.addObject()
                    .put("path", shard.path())
                    .put("sha256", shard.sha256())
                    .put("bytes", shard.bytes())
                    .put("lines", shard.lines())
                    .put("tokens", shard.tokens());
        }
    }

    /** The bins of P(alpha) in words, for readers of cell names. */
    public static ArrayNode bins() {
        ArrayNode bins = JsonNodeFactory.instance.arrayNode();
        PosteriorBins.edges().forEach(edge -> bins.addArray().add(edge[0]).add(edge[1]));
        return bins;
    }
}
