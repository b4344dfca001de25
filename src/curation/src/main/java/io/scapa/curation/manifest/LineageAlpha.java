package io.scapa.curation.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.curation.recipe.Previous;
import io.scapa.curation.shard.Digests;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Synthetic text over generations. Beta holds data of the generation before, which was itself a mixture: of its tokens the share
 * that its manifest states is model output. A document from beta that was mixed 20% alpha is not 0% synthetic.
 *
 * @param now alpha's own share in this dataset
 * @param inherited beta's share times the synthetic share of the dataset that it came from
 */
public record LineageAlpha(double now, double inherited) {
    /** What this dataset's successors inherit. */
    public double total() {
        return Math.min(1, now + inherited);
    }

    /** The lineage of a realised mixture. */
    public static LineageAlpha of(Realised realised, Previous previous) {
        return new LineageAlpha(realised.mixture().alpha(), realised.mixture().beta() * previous.syntheticShare());
    }

    /**
     * What a recipe of the next generation states of a dataset.
     *
     * @throws IOException where the folder holds no readable manifest
     */
    public static Previous previous(Path dataset) throws IOException {
        Path file = dataset.resolve("manifest.json");
        JsonNode manifest = Json.mapper().readTree(Files.readAllBytes(file));
        JsonNode total = manifest.path("lineage").path("total");
        if (total.isNumber()) {
            return new Previous(Digests.ofFile(file), total.doubleValue());
        }
        for (JsonNode pool : manifest.path("mixture").path("pools")) {
            if (pool.path("pool").asText().equals("alpha")) {
                return new Previous(Digests.ofFile(file), pool.path("share").asDouble());
            }
        }
        throw new IOException(file + " states no share of alpha");
    }
}
