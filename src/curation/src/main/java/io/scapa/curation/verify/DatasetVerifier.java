package io.scapa.curation.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.curation.manifest.Manifest;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.RecipeException;
import io.scapa.curation.recipe.RecipeReader;
import io.scapa.provenance.Pool;
import io.scapa.text.json.Json;
import io.scapa.text.token.Tokenizer;
import io.scapa.text.token.Tokenizers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a dataset from its own files: every hash and size, every text against its hash, every token count, the order of the
 * draw, the shares summed again from the shards, and that the manifest and the Croissant file agree. Whatever is wrong is a
 * failed check with a name, never an exception, as long as the folder can be read at all.
 */
public final class DatasetVerifier {
    private static final int SHOWN_FAULTS = 3;

    private final Path folder;
    private final Findings findings = new Findings();

    private final @Nullable PublicKey trusted;

    private DatasetVerifier(Path folder, @Nullable PublicKey trusted) {
        this.folder = folder;
        this.trusted = trusted;
    }

    /**
     * Verifies the dataset in a folder.
     *
     * @throws IOException where the folder itself cannot be read
     */
    public static VerificationReport verify(Path folder) throws IOException {
        return verify(folder, null);
    }

    /**
     * Verifies the dataset in a folder and its signature.
     *
     * @param trusted the key that must have signed it, or null where any signature or none will do
     * @throws IOException where the folder itself cannot be read
     */
    public static VerificationReport verify(Path folder, @Nullable PublicKey trusted) throws IOException {
        DatasetVerifier verifier = new DatasetVerifier(folder, trusted);
        verifier.run();
        return verifier.findings.report();
    }

    private void run() throws IOException {
        JsonNode manifest = json("manifest.json");
        if (manifest == null) {
            return;
        }
        findings.equal(
                "form of manifest.json", Manifest.FORM, manifest.path("form").asText());
        List<JsonNode> shards = new FileChecks(folder, manifest, findings).check();
        new SignatureChecks(folder, trusted, findings).check(manifest);
        Recipe recipe = recipe(manifest);
        JsonNode croissant = json("croissant.json");
        if (croissant != null) {
            new CroissantChecks(manifest, croissant, findings).check();
        }
        if (recipe != null) {
            ShardSums sums = sums(recipe, shards);
            totals(manifest, sums);
            new MixtureChecks(manifest, recipe, sums, findings).check();
        }
    }

    private @Nullable JsonNode json(String name) {
        try {
            JsonNode json = Json.mapper().readTree(Files.readAllBytes(folder.resolve(name)));
            boolean object = json != null && json.isObject();
            findings.add("reading " + name, object, object ? "a JSON object" : "expected a JSON object");
            return object ? json : null;
        } catch (IOException e) {
            findings.add(
                    "reading " + name,
                    false,
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            return null;
        }
    }

    private @Nullable Recipe recipe(JsonNode manifest) {
        try {
            Recipe recipe = RecipeReader.read(manifest.path("recipe").toString());
            findings.equal("recipe hash", manifest.path("recipeSha256").asText(), recipe.hash());
            return recipe;
        } catch (RecipeException e) {
            findings.add("recipe in manifest.json", false, e.getMessage());
            return null;
        }
    }

    private ShardSums sums(Recipe recipe, List<JsonNode> shards) {
        ShardSums sums = new ShardSums(recipe);
        Tokenizer tokenizer = Tokenizers.named(recipe.tokenizer());
        for (JsonNode shard : shards) {
            shard(shard, sums, tokenizer);
        }
        findings.add(
                "order of the draw",
                sums.inOrder,
                sums.inOrder
                        ? "lines are in the order of their draw keys"
                        : "lines are not in the order of their draw keys");
        return sums;
    }

    private void shard(JsonNode entry, ShardSums sums, Tokenizer tokenizer) {
        String path = entry.path("path").asText();
        StringBuilder faults = new StringBuilder();
        long[] count = new long[1];
        long linesBefore = sums.lines;
        long tokensBefore = sums.tokens;
        try {
            ShardReader.read(
                    folder.resolve(path),
                    (number, json) -> sums.add(LineFacts.of(json, tokenizer, fault -> {
                        if (count[0]++ < SHOWN_FAULTS) {
                            faults.append(faults.isEmpty() ? "" : "; ")
                                    .append("line ")
                                    .append(number)
                                    .append(": ")
                                    .append(fault);
                        }
                    })));
        } catch (IOException e) {
            findings.add("reading " + path, false, String.valueOf(e.getMessage()));
        }
        findings.add(
                "texts of " + path,
                count[0] == 0,
                count[0] == 0 ? "hashes, token counts and probabilities hold" : count[0] + " faults: " + faults);
        findings.equal("lines of " + path, entry.path("lines").asLong(-1), sums.lines - linesBefore);
        findings.equal("tokens of " + path, entry.path("tokens").asLong(-1), sums.tokens - tokensBefore);
    }

    private void totals(JsonNode manifest, ShardSums sums) {
        JsonNode totals = manifest.path("totals");
        findings.equal("total of lines", totals.path("lines").asLong(-1), sums.lines);
        findings.equal("total of documents", totals.path("documents").asLong(-1), sums.firstPasses);
        findings.equal("total of tokens", totals.path("tokens").asLong(-1), sums.tokens);
        findings.equal(
                "number of pools",
                Pool.values().length,
                manifest.path("mixture").path("pools").size());
    }
}
