package io.scapa.curation.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.scapa.curation.CollapseCheck;
import io.scapa.curation.Curator;
import io.scapa.curation.Progress;
import io.scapa.curation.TestDocuments;
import io.scapa.curation.TestRecipes;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.RecipeException;
import io.scapa.curation.recipe.RecipeJson;
import io.scapa.curation.recipe.RecipeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the schemas accept is what is read and written, by a validator that others wrote. */
class SchemasTest {
    private static final String WHOLE = """
            name: whole
            tokens: 12_000
            targets: {alpha: {share: 0.2, tolerance: 0.05}, beta: 0.2, gamma: 0.3, eta: 0.3}
            tolerance: 0.05
            maxAlpha: {share: 0.3, confidence: 0.9}
            maxAlphaBeta: 0.6
            sources: {source-1: {maxShare: 0.9, maxTokens: 100000, epochs: 2, weight: 2}}
            strata: {language: {en: {min: 0.5}}}
            filters: {minTokens: 1, languages: [en], c4: {minSentences: 0}, gopherQuality: false, pii: mask}
            nearDedup: {jaccard: 0.9}
            dedup: exact-folded
            shards: {format: jsonl.zst, documents: 100}
            seed: 7
            asOf: 2026-11-21
            """;

    @TempDir
    private Path folder;

    @Test
    void recipesThatAreReadAreValidAsGivenAndAsWritten() throws IOException {
        Recipe recipe = RecipeReader.read(WHOLE);

        assertThat(faults(Schemas.Name.RECIPE, new YAMLMapper().readTree(WHOLE)))
                .isEmpty();
        assertThat(faults(Schemas.Name.RECIPE, RecipeJson.toJson(recipe))).isEmpty();
    }

    @Test
    void theRepositorysExampleRecipesAreValid() throws IOException {
        Path recipes = Path.of(System.getProperty("scapa.root", "../.."), "datasets", "recipes");
        try (Stream<Path> files = Files.list(recipes)) {
            List<Path> all =
                    files.filter(f -> f.toString().matches(".*\\.(ya?ml|json)")).toList();
            assertThat(all).isNotEmpty();
            for (Path file : all) {
                assertThat(faults(Schemas.Name.RECIPE, new YAMLMapper().readTree(file.toFile())))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tokens: -5",
                "targets: {alpha: 1, delta: 0}",
                "tokenzier: gpt2",
                "maxAlpha: {share: 0.1, confidence: 95}",
                "shards: {format: csv}",
                "filters: {gophr: true}",
                "filters: {pii: {kinds: [name]}}",
                "sources: {wiki: {maxShare: lots}}",
                "remixOf: abc"
            })
    void whatTheReaderRefusesTheSchemaRefuses(String line) throws IOException {
        String field = line.substring(0, line.indexOf(':'));
        String yaml = WHOLE.replaceAll("(?m)^" + field + ":.*\n", "") + line + "\n";

        assertThat(faults(Schemas.Name.RECIPE, new YAMLMapper().readTree(yaml))).isNotEmpty();
        try {
            RecipeReader.read(yaml);
            assertThat(line).as("the reader accepts it").isEmpty();
        } catch (RecipeException expected) {
            assertThat(expected.faults()).isNotEmpty();
        }
    }

    @Test
    void manifestsAreValid() throws IOException {
        for (Recipe recipe : List.of(RecipeReader.read(WHOLE), TestRecipes.balanced(9_000))) {
            Path out = folder.resolve(recipe.name());
            Curator.standard()
                    .export(
                            recipe,
                            TestDocuments.of(TestDocuments.mixed(1, 1200)),
                            out,
                            CollapseCheck.none(),
                            Progress.none());
            JsonNode manifest =
                    new ObjectMapper().readTree(out.resolve("manifest.json").toFile());

            assertThat(faults(Schemas.Name.MANIFEST, manifest)).isEmpty();
            assertThat(faults(Schemas.Name.RECIPE, manifest.path("recipe"))).isEmpty();
            ((com.fasterxml.jackson.databind.node.ObjectNode) manifest).remove("shards");
            assertThat(faults(Schemas.Name.MANIFEST, manifest)).hasSize(1);
        }
    }

    private static List<String> faults(Schemas.Name name, JsonNode json) throws IOException {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Schemas.text(name));
        return schema.validate(json).stream().map(Object::toString).toList();
    }
}
