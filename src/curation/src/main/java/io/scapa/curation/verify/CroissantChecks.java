package io.scapa.curation.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The Croissant file says what the manifest says, and every reference in it resolves. */
final class CroissantChecks {
    private static final String PREFIX = "croissant ";

    private final JsonNode manifest;
    private final JsonNode croissant;
    private final Findings findings;

    CroissantChecks(JsonNode manifest, JsonNode croissant, Findings findings) {
        this.manifest = manifest;
        this.croissant = croissant;
        this.findings = findings;
    }

    void check() {
        JsonNode context = croissant.path("@context");
        findings.add(
                PREFIX + "vocabulary",
                context.path("@vocab").asText().equals("https://schema.org/")
                        && croissant.path("@type").asText().equals("sc:Dataset"),
                "@vocab " + context.path("@vocab").asText() + ", @type "
                        + croissant.path("@type").asText());
        findings.equal(
                PREFIX + "name",
                manifest.path("name").asText(),
                croissant.path("name").asText());
        findings.equal(
                PREFIX + "datePublished",
                manifest.path("asOf").asText(),
                croissant.path("datePublished").asText());
        findings.equal(PREFIX + "shard hashes", shardHashes(), distributionHashes());
        pools();
        references();
    }

    private Map<String, String> shardHashes() {
        Map<String, String> hashes = new TreeMap<>();
        manifest.path("shards")
                .forEach(shard -> hashes.put(
                        shard.path("path").asText(), shard.path("sha256").asText()));
        return hashes;
    }

    private Map<String, String> distributionHashes() {
        Map<String, String> hashes = new TreeMap<>();
        for (JsonNode file : croissant.path("distribution")) {
            if (file.path("@type").asText().equals("cr:FileObject")) {
                hashes.put(file.path("contentUrl").asText(), file.path("sha256").asText());
            }
        }
        return hashes;
    }

    private void pools() {
        JsonNode data = recordSet("pools").path("data");
        JsonNode pools = manifest.path("mixture").path("pools");
        findings.equal(PREFIX + "number of pools", pools.size(), data.size());
        for (int i = 0; i < Math.min(pools.size(), data.size()); i++) {
            String name = pools.get(i).path("pool").asText();
            findings.equal(
                    PREFIX + "pool " + i, name, data.get(i).path("pools/name").asText());
            findings.near(
                    PREFIX + "share of " + name,
                    pools.get(i).path("share").asDouble(),
                    data.get(i).path("pools/share").asDouble(Double.NaN));
            findings.near(
                    PREFIX + "upper bound of " + name,
                    pools.get(i).path("interval").path(1).asDouble(),
                    data.get(i).path("pools/share_upper95").asDouble(Double.NaN));
        }
    }

    private JsonNode recordSet(String id) {
        for (JsonNode set : croissant.path("recordSet")) {
            if (set.path("@id").asText().equals(id)) {
                return set;
            }
        }
        return croissant.path("absent");
    }

    private void references() {
        Set<String> ids = new HashSet<>();
        collectIds(croissant.path("distribution"), ids);
        collectIds(croissant.path("recordSet"), ids);
        List<String> dangling = new ArrayList<>();
        for (JsonNode set : croissant.path("recordSet")) {
            dangling(set.path("key"), ids, dangling);
            for (JsonNode field : set.path("field")) {
                dangling(field.path("source").path("fileSet"), ids, dangling);
                dangling(field.path("source").path("fileObject"), ids, dangling);
                dangling(field.path("references").path("field"), ids, dangling);
            }
        }
        findings.add(
                PREFIX + "references",
                dangling.isEmpty(),
                dangling.isEmpty() ? "all resolve" : "dangling: " + dangling);
    }

    private static void collectIds(JsonNode nodes, Set<String> ids) {
        for (JsonNode node : nodes) {
            ids.add(node.path("@id").asText());
            collectIds(node.path("field"), ids);
        }
    }

    private static void dangling(JsonNode reference, Set<String> ids, List<String> dangling) {
        if (!reference.isMissingNode() && !ids.contains(reference.path("@id").asText())) {
            dangling.add(reference.path("@id").asText());
        }
    }
}
