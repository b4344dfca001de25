package io.scapa.curation.manifest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.curation.audit.AuditLabel;
import io.scapa.curation.plan.CalibrationShift;
import io.scapa.curation.plan.Plan;
import io.scapa.curation.plan.PosteriorBins;
import io.scapa.curation.plan.ShadowPrice;
import io.scapa.curation.plan.ShareBound;
import io.scapa.curation.plan.Shortage;
import io.scapa.curation.recipe.Previous;
import io.scapa.curation.recipe.RecipeJson;
import io.scapa.curation.shard.ShardEntry;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Writes the compact manifest, {@code manifest.json}. */
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
        losses(manifest, json.putArray("losses"));
        mixture(manifest, json.putObject("mixture"));
        lineage(manifest, json.putObject("lineage"));
        RemixOutcome remix = manifest.remix();
        if (remix != null) {
            json.putObject("remix")
                    .put("of", remix.of())
                    .put("kept", remix.kept())
                    .put("added", remix.added())
                    .put("removed", remix.removed());
        }
        plan(manifest.plan(), json.putObject("plan"));
        cells(manifest, json.putArray("cells"));
        audit(manifest, json.putObject("audit"));
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

    private static void lineage(Manifest manifest, ObjectNode json) {
        Previous previous = manifest.recipe().previous();
        LineageAlpha lineage = previous == null
                ? new LineageAlpha(manifest.realised().mixture().alpha(), 0)
                : LineageAlpha.of(manifest.realised(), previous);
        json.put("now", lineage.now());
        if (previous == null) {
            json.put("note", "beta's own synthetic share is unknown: no previous manifest was given");
            return;
        }
        json.put("previousManifestSha256", previous.manifestSha256());
        json.put("inherited", lineage.inherited());
        json.put("total", lineage.total());
    }

    private static void losses(Manifest manifest, ArrayNode json) {
        for (SourceLoss loss : manifest.losses()) {
            json.addObject()
                    .put("source", loss.source())
                    .put("documents", loss.documents())
                    .put("lost", loss.lost())
                    .put("share", loss.share())
                    .put("alarm", loss.alarm());
        }
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
        json.put("calibrationShiftSd", CalibrationShift.SD);
        json.put("splitWithoutDate", manifest.realised().splitWithoutDate());
        ArrayNode limits = json.putArray("limits");
        manifest.realised().limits().forEach(limit -> limit(limit, limits.addObject()));
        ArrayNode sources = json.putArray("sources");
        manifest.realised()
                .sources()
                .forEach(source -> sources.addObject()
                        .put("source", source.source())
                        .put("documents", source.documents())
                        .put("tokens", source.tokens())
                        .put("share", source.share()));
    }

    private static void limit(LimitOutcome limit, ObjectNode json) {
        json.put("name", limit.name());
        json.put("limit", limit.limit());
        if (limit.confidence() != null) {
            json.put("confidence", limit.confidence());
        }
        json.put("estimate", limit.estimate());
        json.put("bound", limit.bound());
        json.put("holds", limit.holds());
        json.put("basis", limit.audited() == 0 ? "detector" : "audit");
        json.put("audited", limit.audited());
        json.put("unauditedShare", limit.unaudited());
        if (limit.nextAudit() != null) {
            json.put("nextAudit", limit.nextAudit());
            json.put("gainOfOneMore", limit.gainOfOneMore());
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
        json.put("alphaBetaUpper", plan.alphaBetaUpper());
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
        for (CellUse use : manifest.cells()) {
            ObjectNode entry = json.addObject();
            entry.put("cell", use.cell().key().id());
            entry.put("documents", use.cell().documents());
            entry.put("available", use.cell().tokens());
            entry.put("planned", use.planned());
            entry.put("realised", use.realised());
            bound(use.cell().alpha(), entry.putObject("alpha"));
            bound(use.cell().alphaBeta(), entry.putObject("alphaBeta"));
        }
    }

    private static void bound(ShareBound bound, ObjectNode json) {
        json.put("estimate", bound.estimate()).put("slack", bound.slack()).put("audited", bound.audited());
    }

    private static void audit(Manifest manifest, ObjectNode json) {
        List<AuditLabel> labels = manifest.audit();
        json.put("documents", labels.size());
        if (labels.isEmpty()) {
            json.put("note", "no audit: the bounds rest on the detector alone");
            return;
        }
        json.put("labels", Manifest.AUDIT);
        TreeSet<String> by = new TreeSet<>();
        labels.forEach(label -> by.add(label.by()));
        ArrayNode names = json.putArray("by");
        by.forEach(names::add);
        json.put(
                "from",
                labels.stream()
                        .map(AuditLabel::on)
                        .min(Comparator.naturalOrder())
                        .orElseThrow()
                        .toString());
        json.put(
                "to",
                labels.stream()
                        .map(AuditLabel::on)
                        .max(Comparator.naturalOrder())
                        .orElseThrow()
                        .toString());
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
