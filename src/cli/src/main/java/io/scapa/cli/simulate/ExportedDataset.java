package io.scapa.cli.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.cli.InputException;
import io.scapa.cli.simulate.CorpusFiles.Dated;
import io.scapa.curation.verify.ShardReader;
import io.scapa.provenance.Mixture;
import io.scapa.provenance.Pool;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A folder that {@code curate} exported. */
final class ExportedDataset {
    private static final String MANIFEST = "manifest.json";

    private ExportedDataset() {}

    /** Whether a path is such a folder. */
    static boolean isOne(Path path) {
        return Files.isRegularFile(path.resolve(MANIFEST));
    }

    /**
     * Adds the human documents, by their pools, and returns the mixture that the dataset has.
     *
     * @throws InputException where the manifest names no mixture, or a shard that is not there
     */
    static Mixture read(Path folder, List<Dated> documents) throws IOException {
        JsonNode manifest = Json.mapper().readTree(Files.readString(folder.resolve(MANIFEST)));
        for (JsonNode shard : manifest.path("shards")) {
            Path file = folder.resolve(shard.path("path").asText()).normalize();
            if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
                throw InputException.of(folder.resolve(MANIFEST), "the shard " + shard.path("path") + " is not there");
            }
            ShardReader.read(file, (number, line) -> take(line, documents));
        }
        return mixture(folder.resolve(MANIFEST), manifest);
    }

    private static void take(JsonNode line, List<Dated> documents) {
        String pool = line.path("pool").asText();
        boolean human = pool.equals(Pool.ORIGINAL_HUMAN.symbol()) || pool.equals(Pool.FRESH_HUMAN.symbol());
        if (human) {
            documents.add(new Dated(
                    line.path("text").asText(), date(line.path("publishedAt").asText(""))));
        }
    }

    private static @Nullable Instant date(String words) {
        try {
            return words.isEmpty() ? null : Instant.parse(words);
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    /** Shares are rounded in the manifest: the largest takes what is left over. */
    private static Mixture mixture(Path manifest, JsonNode json) {
        Map<Pool, Double> shares = new EnumMap<>(Pool.class);
        Pool largest = Pool.ORIGINAL_HUMAN;
        double sum = 0;
        for (Pool pool : Pool.values()) {
            double share = share(json, pool);
            shares.put(pool, share);
            sum += share;
            largest = share > shares.getOrDefault(largest, 0.0) ? pool : largest;
        }
        if (Math.abs(sum - 1) > 1e-3) {
            throw InputException.of(manifest, "expected the shares of four pools that sum to 1, got " + sum);
        }
        shares.merge(largest, 1 - sum, Double::sum);
        return new Mixture(
                Objects.requireNonNull(shares.get(Pool.CURRENT_MODEL)),
                Objects.requireNonNull(shares.get(Pool.PREVIOUS_GENERATION)),
                Objects.requireNonNull(shares.get(Pool.ORIGINAL_HUMAN)),
                Objects.requireNonNull(shares.get(Pool.FRESH_HUMAN)));
    }

    private static double share(JsonNode manifest, Pool pool) {
        for (JsonNode each : manifest.path("mixture").path("pools")) {
            if (each.path("pool").asText().equals(pool.symbol())) {
                return each.path("share").asDouble();
            }
        }
        return 0;
    }
}
