package io.scapa.curation.recipe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.provenance.Pool;
import java.util.Map;

/** Writes a recipe with its defaults filled in. {@link RecipeReader} reads the result back as an equal recipe. */
public final class RecipeJson {
    private RecipeJson() {}

    /** The recipe as JSON, fields in the order of the record. */
    public static ObjectNode toJson(Recipe recipe) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", recipe.name());
        if (!recipe.description().isEmpty()) {
            json.put("description", recipe.description());
        }
        json.put("license", recipe.license());
        creator(recipe.creator(), json.putObject("creator"));
        json.put("url", recipe.url());
        json.put("version", recipe.version());
        json.put("tokenizer", recipe.tokenizer());
        json.put("tokens", recipe.tokens());
        ObjectNode targets = json.putObject("targets");
        for (Pool pool : Pool.values()) {
            Target target = recipe.targets().of(pool);
            targets.putObject(pool.symbol()).put("share", target.share()).put("tolerance", target.tolerance());
        }
        if (recipe.maxAlpha() != null) {
            limit(recipe.maxAlpha(), json.putObject("maxAlpha"));
        }
        if (recipe.maxAlphaBeta() != null) {
            limit(recipe.maxAlphaBeta(), json.putObject("maxAlphaBeta"));
        }
        json.put("editedWeight", recipe.editedWeight());
        if (!recipe.sources().isEmpty()) {
            sources(recipe.sources(), json.putObject("sources"));
        }
        if (!recipe.strata().isEmpty()) {
            ObjectNode strata = json.putObject("strata");
            recipe.strata().forEach((dimension, values) -> {
                ObjectNode entry = strata.putObject(dimension);
                values.forEach((value, range) ->
                        entry.putObject(value).put("min", range.min()).put("max", range.max()));
            });
        }
        json.put("epochs", recipe.epochs());
        if (!recipe.filters().equals(FilterSettings.none())) {
            filters(recipe.filters(), json.putObject("filters"));
        }
        json.put("dedup", recipe.dedup() == ExactDedupView.CLEAN ? "exact-clean" : "exact-folded");
        NearDedupSettings near = recipe.nearDedup();
        if (near != null) {
            json.putObject("nearDedup")
                    .put("jaccard", near.jaccard())
                    .put("words", near.words())
                    .put("bands", near.bands())
                    .put("rows", near.rows())
                    .put("maxCluster", near.maxCluster());
        }
        json.put("lossAlarm", recipe.lossAlarm());
        json.put("seed", recipe.seed());
        json.put("asOf", recipe.asOf().toString());
        json.putObject("shards")
                .put("format", recipe.shards().format().suffix())
                .put("documents", recipe.shards().documents())
                .put("megabytes", recipe.shards().megabytes());
        if (recipe.collapse() != null) {
            json.putObject("collapse")
                    .put("generations", recipe.collapse().generations())
                    .put("maxProbability", recipe.collapse().maxProbability());
        }
        if (recipe.previous() != null) {
            json.putObject("previous")
                    .put("manifestSha256", recipe.previous().manifestSha256())
                    .put("syntheticShare", recipe.previous().syntheticShare());
        }
        if (recipe.inputsSha256() != null) {
            json.put("inputsSha256", recipe.inputsSha256());
        }
        if (recipe.remixOf() != null) {
            json.put("remixOf", recipe.remixOf());
        }
        return json;
    }

    private static void filters(FilterSettings filters, ObjectNode json) {
        json.put("minTokens", filters.minTokens());
        json.put("maxTokens", filters.maxTokens());
        filters.languages().forEach(json.putArray("languages")::add);
        filters.licenses().forEach(json.putArray("licenses")::add);
        filters.pages().forEach((name, thresholds) -> {
            ObjectNode entry = json.putObject(name);
            thresholds.forEach(entry::put);
        });
        PiiSettings pii = filters.pii();
        if (pii != null) {
            ObjectNode entry = json.putObject("pii");
            entry.put("action", pii.action().word());
            pii.kinds().forEach(kind -> entry.withArray("kinds").add(kind.word()));
        }
        DecontaminationSettings decontamination = filters.decontamination();
        if (decontamination != null) {
            ObjectNode entry = json.putObject("decontamination");
            decontamination.files().forEach(entry.putArray("files")::add);
            entry.put("words", decontamination.words());
            if (decontamination.sha256() != null) {
                entry.put("sha256", decontamination.sha256());
            }
        }
        if (filters.repeatedParagraphs()) {
            json.put("repeatedParagraphs", true);
        }
    }

    private static void creator(Creator creator, ObjectNode json) {
        json.put("name", creator.name());
        if (creator.url() != null) {
            json.put("url", creator.url());
        }
    }

    private static void limit(ShareLimit limit, ObjectNode json) {
        json.put("share", limit.share());
        if (limit.confidence() != null) {
            json.put("confidence", limit.confidence());
        }
    }

    private static void sources(Map<String, SourceCap> sources, ObjectNode json) {
        sources.forEach((name, cap) -> {
            ObjectNode entry = json.putObject(name);
            if (cap.maxShare() != null) {
                entry.put("maxShare", cap.maxShare());
            }
            if (cap.maxTokens() != null) {
                entry.put("maxTokens", cap.maxTokens());
            }
            if (cap.epochs() != null) {
                entry.put("epochs", cap.epochs());
            }
            if (cap.weight() != null) {
                entry.put("weight", cap.weight());
            }
        });
    }
}
