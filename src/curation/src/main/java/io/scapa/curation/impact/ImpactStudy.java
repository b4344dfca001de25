package io.scapa.curation.impact;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.curation.plan.CalibrationShift;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.RecipeReader;
import io.scapa.curation.recipe.ShareLimit;
import io.scapa.curation.verify.ShardReader;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.PoolProbabilities;
import io.scapa.statistics.Normal;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Sums a dataset again with the probabilities of a newer detector release, and asks whether it still keeps its limit. */
public final class ImpactStudy {
    private final Reassessments newer;

    public ImpactStudy(Reassessments newer) {
        this.newer = newer;
    }

    /**
     * Studies the dataset in a folder.
     *
     * @throws IOException where it cannot be read
     */
    public Impact of(Path dataset) throws IOException {
        JsonNode manifest = Json.mapper().readTree(Files.readAllBytes(dataset.resolve("manifest.json")));
        Recipe recipe = RecipeReader.read(manifest.path("recipe").toString());
        Sums sums = new Sums(recipe.maxAlpha());
        for (JsonNode shard : manifest.path("shards")) {
            ShardReader.read(dataset.resolve(shard.path("path").asText()), (number, line) -> sums.add(line));
        }
        Double limit = recipe.maxAlpha() == null
                ? null
                : Double.valueOf(recipe.maxAlpha().share());
        double bound = sums.bound();
        return new Impact(
                recipe.name() + " " + recipe.version(),
                limit,
                sums.then / sums.tokens,
                sums.now / sums.tokens,
                bound,
                sums.reassessed / sums.tokens,
                limit != null && bound > limit + 1e-9);
    }

    /** Running sums in tokens. */
    private final class Sums {
        private final double shift;
        private final double quantile;
        private double tokens;
        private double then;
        private double now;
        private double shifted;
        private double variance;
        private double reassessed;

        private Sums(@Nullable ShareLimit limit) {
            quantile = limit == null || limit.confidence() == null ? 0 : Normal.quantile(limit.confidence());
            shift = quantile * CalibrationShift.SD;
        }

        private void add(JsonNode line) {
            double length = line.path("tokens").asDouble();
            double before = line.path("alpha").asDouble();
            PoolProbabilities pools =
                    newer.of(new ContentHash(line.path("content_sha256").asText()));
            double alpha = pools == null ? before : pools.alpha();
            tokens += length;
            then += length * before;
            now += length * alpha;
            shifted += length * CalibrationShift.shifted(alpha, shift);
            variance += length * length * alpha * (1 - alpha);
            reassessed += pools == null ? 0 : length;
        }

        private double bound() {
            return Math.min(1, (now + Math.hypot(shifted - now, quantile * Math.sqrt(variance))) / tokens);
        }
    }
}
