package io.scapa.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.verify.DatasetVerifier;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemixTest {
    private final List<Candidate> candidates = TestDocuments.mixed(1, 1200);
    private final Recipe recipe = TestRecipes.balanced(12_000);

    @TempDir
    private Path folder;

    /** Of 1,200 documents 20 are taken down; what stood in the dataset is replaced, and hardly anything else moves. */
    @Test
    void afterATakeDownOnlyTheDifferenceMoves() throws IOException {
        export(recipe, candidates, "old", null);
        Set<String> old = new HashSet<>(Lines.ids(folder.resolve("old")));
        Set<String> gone = old.stream().sorted().limit(10).collect(Collectors.toSet());
        List<Candidate> left =
                candidates.stream().filter(c -> !gone.contains(c.id())).toList();
        EarlierDataset earlier = EarlierDataset.in(folder.resolve("old"));
        export(recipe.asRemixOf(earlier.manifestSha256()), left, "new", earlier);

        Set<String> now = new HashSet<>(Lines.ids(folder.resolve("new")));
        Set<String> lost = new HashSet<>(old);
        lost.removeAll(now);
        Set<String> came = new HashSet<>(now);
        came.removeAll(old);
        assertThat(lost).containsAll(gone).hasSizeLessThanOrEqualTo(gone.size() + 6);
        assertThat(came.size()).isLessThanOrEqualTo(gone.size() + 12);
        JsonNode remix = json("new/manifest.json").path("remix");
        assertThat(remix.path("removed").asInt()).isEqualTo(lost.size());
        assertThat(remix.path("added").asInt()).isEqualTo(came.size());
        assertThat(remix.path("kept").asInt()).isEqualTo(now.size() - came.size());
        assertThat(Lines.read(folder.resolve("new/aside/changes.jsonl.gz"))).hasSize(lost.size() + came.size());
        assertThat(DatasetVerifier.verify(folder.resolve("new")).failures()).isEmpty();
    }

    /** The tolerance leaves room: another recipe's optimum lies elsewhere, a re-mix stays where the old one was. */
    @Test
    void staysWhereItWasWithinTheTolerance() throws IOException {
        Recipe aside = TestRecipes.balanced(12_000, "version: 1.1.0");
        Recipe other = io.scapa.curation.recipe.RecipeReader.read(io.scapa.curation.recipe.RecipeJson.toJson(recipe)
                .toString()
                .replace("\"gamma\":{\"share\":0.3,", "\"gamma\":{\"share\":0.27,")
                .replace("\"eta\":{\"share\":0.3,", "\"eta\":{\"share\":0.33,"));
        export(aside, candidates, "old", null);
        EarlierDataset earlier = EarlierDataset.in(folder.resolve("old"));
        export(other, candidates, "fresh", null);
        export(other.asRemixOf(earlier.manifestSha256()), candidates, "remix", earlier);

        Set<String> old = new HashSet<>(Lines.ids(folder.resolve("old")));
        assertThat(moved(old, "remix")).isLessThanOrEqualTo(2).isLessThan(moved(old, "fresh"));
    }

    @Test
    void wantsTheVeryDatasetThatTheRecipeNames() throws IOException {
        export(recipe, candidates, "old", null);
        EarlierDataset earlier = EarlierDataset.in(folder.resolve("old"));

        assertThatThrownBy(() -> export(recipe.asRemixOf("0".repeat(64)), candidates, "new", earlier))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(earlier.manifestSha256())
                .hasMessageContaining("0000");
        assertThatThrownBy(() -> export(recipe.asRemixOf(earlier.manifestSha256()), candidates, "new", null))
                .hasMessageContaining("given was none");
    }

    @Test
    void aRecipeMayNameTheSnapshotOfItsInputs() throws IOException {
        export(recipe, candidates, "old", null);
        String inputs = json("old/manifest.json").path("inputs").path("sha256").asText();
        export(TestRecipes.balanced(12_000, "inputsSha256: " + inputs), candidates, "same", null);

        assertThatThrownBy(() -> export(
                        TestRecipes.balanced(12_000, "inputsSha256: " + inputs),
                        candidates.subList(1, 1200),
                        "other",
                        null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(inputs);
    }

    private long moved(Set<String> old, String name) throws IOException {
        Set<String> now = new HashSet<>(Lines.ids(folder.resolve(name)));
        return now.stream().filter(id -> !old.contains(id)).count()
                + old.stream().filter(id -> !now.contains(id)).count();
    }

    private void export(Recipe wanted, List<Candidate> from, String name, EarlierDataset earlier) throws IOException {
        ExportResult result = Curator.standard()
                .export(
                        wanted,
                        TestDocuments.of(from),
                        folder.resolve(name),
                        CollapseCheck.none(),
                        Progress.none(),
                        new ExportOptions(2, false, false, earlier));
        assertThat(result).isInstanceOf(ExportResult.Exported.class);
    }

    private JsonNode json(String path) throws IOException {
        return Json.mapper().readTree(folder.resolve(path).toFile());
    }
}
