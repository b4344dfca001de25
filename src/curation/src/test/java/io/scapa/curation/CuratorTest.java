package io.scapa.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scapa.curation.plan.Plan;
import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.verify.DatasetVerifier;
import io.scapa.curation.verify.VerificationReport;
import io.scapa.provenance.PoolProbabilities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CuratorTest {
    private static final CollapseCheck CALM = (mixture, tokens, documents, generations, seed) -> new CollapseReport(
            0.01,
            "collapse within " + generations + " generations: 1%",
            JsonNodeFactory.instance.objectNode().put("alpha", mixture.alpha()),
            Map.of("variance.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));

    private final List<Candidate> candidates = TestDocuments.mixed(1, 1200);

    @TempDir
    private Path folder;

    @Test
    void writesADatasetThatVerifies() throws IOException {
        ExportResult result =
                export(TestRecipes.balanced(12_000), TestDocuments.of(candidates), "out", ExportOptions.standard());

        assertThat(result).isInstanceOf(ExportResult.Exported.class);
        VerificationReport report = DatasetVerifier.verify(folder.resolve("out"));
        assertThat(report.failures()).isEmpty();
        assertThat(report.checks()).hasSizeGreaterThan(40);
        JsonNode manifest = json("out/manifest.json");
        assertThat(manifest.path("plan").path("feasible").asBoolean()).isTrue();
        assertThat(manifest.path("totals").path("tokens").asLong()).isBetween(11_000L, 13_000L);
        assertThat(manifest.path("collapse").path("charts").get(0).asText()).isEqualTo("collapse/variance.svg");
    }

    @Test
    void theBytesDependOnNothingButCandidatesAndRecipe() throws IOException {
        List<Candidate> seen = new ArrayList<>(candidates);
        seen.addAll(candidates.subList(0, 50));
        Candidate copy = candidates.get(60);
        seen.add(new Candidate(
                "copy",
                copy.contentSha256(),
                copy.source(),
                copy.language(),
                copy.tokens(),
                copy.origin(),
                copy.pSynthetic(),
                copy.pools(),
                copy.splitWithoutDate(),
                copy.release(),
                Map.of(),
                copy.text()));
        Candidate elsewhere = candidates.get(61);
        seen.add(new Candidate(
                elsewhere.id(),
                elsewhere.contentSha256(),
                elsewhere.source(),
                elsewhere.language(),
                elsewhere.tokens(),
                elsewhere.origin(),
                elsewhere.pSynthetic(),
                elsewhere.pools(),
                elsewhere.splitWithoutDate(),
                elsewhere.release(),
                Map.of("uri", "https://example.org/another-place"),
                elsewhere.text()));
        Recipe recipe = TestRecipes.balanced(12_000, "shards: {documents: 97, megabytes: 1}");

        export(recipe, TestDocuments.shuffling(seen, 1), "one", new ExportOptions(1, false, false));
        export(recipe, TestDocuments.shuffling(seen, 2), "two", new ExportOptions(2, false, false));

        assertThat(bytes("two")).isEqualTo(bytes("one")).hasSizeGreaterThan(7);
        assertThat(DatasetVerifier.verify(folder.resolve("two")).failures()).isEmpty();
    }

    @Test
    void otherShardSizesHoldTheSameLinesInTheSameOrder() throws IOException {
        export(
                TestRecipes.balanced(12_000, "shards: {documents: 40}"),
                TestDocuments.of(candidates),
                "small",
                ExportOptions.standard());
        export(
                TestRecipes.balanced(12_000, "shards: {format: jsonl.zst}"),
                TestDocuments.of(candidates),
                "large",
                ExportOptions.standard());

        assertThat(Lines.of(folder.resolve("small")))
                .isEqualTo(Lines.of(folder.resolve("large")))
                .isNotEmpty();
        assertThat(DatasetVerifier.verify(folder.resolve("large")).failures()).isEmpty();
    }

    @Test
    void aLargerBudgetHoldsTheSmallerDataset() throws IOException {
        export(TestRecipes.balanced(6_000), TestDocuments.of(candidates), "small", ExportOptions.standard());
        export(TestRecipes.balanced(12_000), TestDocuments.of(candidates), "large", ExportOptions.standard());

        assertThat(Lines.ids(folder.resolve("large"))).containsAll(Lines.ids(folder.resolve("small")));
    }

    @Test
    void takesEachCellWithinOneDocumentOfThePlan() throws IOException {
        export(TestRecipes.balanced(20_000), TestDocuments.of(candidates), "out", ExportOptions.standard());

        for (JsonNode cell : json("out/manifest.json").path("cells")) {
            assertThat(Math.abs(cell.path("planned").asLong()
                            - cell.path("realised").asLong()))
                    .as(cell.toString())
                    .isLessThan(120);
        }
    }

    @Test
    void repeatsDocumentsWhereTheRecipeAllowsIt() throws IOException {
        List<Candidate> few = TestDocuments.mixed(2, 60);
        long unique = few.stream().mapToLong(Candidate::tokens).sum();
        Recipe recipe = TestRecipes.balanced(unique * 2, "epochs: 4");

        ExportResult result = export(recipe, TestDocuments.of(few), "out", ExportOptions.standard());

        assertThat(result).isInstanceOf(ExportResult.Exported.class);
        assertThat(json("out/manifest.json").path("totals").path("lines").asLong())
                .isGreaterThan(json("out/manifest.json")
                        .path("totals")
                        .path("documents")
                        .asLong());
        assertThat(DatasetVerifier.verify(folder.resolve("out")).failures()).isEmpty();
    }

    @Test
    void anImpossibleRecipeIsExplainedAndLeavesNothing() throws IOException {
        ExportResult result =
                export(TestRecipes.balanced(10_000_000), TestDocuments.of(candidates), "out", ExportOptions.standard());

        assertThat(result).isInstanceOfSatisfying(ExportResult.Infeasible.class, infeasible -> {
            Plan plan = infeasible.plan();
            assertThat(plan.shortages()).extracting("row").contains("tokens", "gamma");
            assertThat(plan.explain()).contains("short").contains("would help");
            assertThat(plan.largestFeasible()).isPositive();
        });
        assertThat(Files.list(folder)).isEmpty();
    }

    @Test
    void writesAShortDatasetWhereThatIsAccepted() throws IOException {
        ExportResult result = export(
                TestRecipes.balanced(10_000_000),
                TestDocuments.of(candidates),
                "out",
                new ExportOptions(1, true, false));

        assertThat(result).isInstanceOf(ExportResult.Exported.class);
        assertThat(json("out/manifest.json").path("plan").path("shortages")).isNotEmpty();
        assertThat(DatasetVerifier.verify(folder.resolve("out")).failures()).isEmpty();
    }

    @Test
    void refusesAMixtureThatCollapsesTooOften() throws IOException {
        CollapseCheck grim = (mixture, tokens, documents, generations, seed) ->
                new CollapseReport(0.4, "collapses", JsonNodeFactory.instance.objectNode(), Map.of());
        Recipe recipe = TestRecipes.balanced(12_000, "collapse: {generations: 10, maxProbability: 0.05}");

        ExportResult result = Curator.standard()
                .export(recipe, TestDocuments.of(candidates), folder.resolve("out"), grim, Progress.none());

        assertThat(result)
                .isInstanceOfSatisfying(
                        ExportResult.TooRisky.class,
                        risky -> assertThat(risky.explanation())
                                .contains("0.4000")
                                .contains("0.0500"));
        assertThat(Files.list(folder)).isEmpty();
    }

    @Test
    void duplicatesPointToTheirSurvivor() throws IOException {
        List<Candidate> seen = new ArrayList<>(candidates);
        Candidate model = TestDocuments.candidate(
                "model-copy", "one and the same text", "web", new PoolProbabilities(0.9, 0, 0, 0.1));
        Candidate old = TestDocuments.candidate(
                "old-original", "one and the same text", "books", new PoolProbabilities(0, 0, 1, 0));
        seen.addAll(List.of(model, old));
        seen.add(TestDocuments.candidate(
                candidates.get(5).id(), "quite another text", "web", new PoolProbabilities(0, 0, 1, 0)));

        export(TestRecipes.balanced(12_000), TestDocuments.of(seen), "out", ExportOptions.standard());

        assertThat(Lines.read(folder.resolve("out/aside/duplicates.jsonl.gz")))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line).contains("\"id\":\"model-copy\"").contains("\"survivor\":\"old-original\"");
                });
        assertThat(Lines.read(folder.resolve("out/aside/rejected.jsonl.gz")))
                .hasSize(2)
                .allMatch(l -> l.contains("id-conflict"));
        assertThat(json("out/manifest.json").path("dropped").path("exact").asInt())
                .isEqualTo(1);
        assertThat(json("out/manifest.json").path("dropped").path("id-conflict").asInt())
                .isEqualTo(2);
    }

    @Test
    void nearCopiesAreDroppedWhereTheRecipeAsksForIt() throws IOException {
        List<Candidate> seen = new ArrayList<>(candidates);
        for (int i = 0; i < 100; i++) {
            Candidate original = candidates.get(i);
            String text = original.text().clean();
            seen.add(TestDocuments.candidate(
                    "near-" + i,
                    text.substring(0, text.lastIndexOf(' ')),
                    "copies",
                    new PoolProbabilities(1, 0, 0, 0)));
        }
        Recipe recipe = TestRecipes.balanced(12_000, "nearDedup: {jaccard: 0.7}");
        export(recipe, TestDocuments.shuffling(seen, 1), "one", ExportOptions.standard());
        export(recipe, TestDocuments.shuffling(seen, 2), "two", ExportOptions.standard());

        assertThat(json("one/manifest.json").path("dropped").path("near").asInt())
                .isGreaterThan(80);
        assertThat(bytes("one")).isEqualTo(bytes("two"));
        assertThat(json("one/manifest.json")
                        .path("losses")
                        .get(0)
                        .path("source")
                        .asText())
                .isEqualTo("copies");
        assertThat(json("one/manifest.json").path("losses").get(0).path("alarm").asBoolean())
                .isTrue();
    }

    @Test
    void whatAKilledExportLeftIsClearedAndARerunHasTheSameBytes() throws IOException {
        Recipe recipe = TestRecipes.balanced(12_000);
        Progress killer = new Progress() {
            @Override
            public void report(Stage stage, long done, long total) {
                if (stage == Stage.WRITE) {
                    throw new IllegalStateException("killed");
                }
            }
        };
        assertThatThrownBy(() -> Curator.standard()
                        .export(recipe, TestDocuments.of(candidates), folder.resolve("out"), CALM, killer))
                .hasMessage("killed");
        assertThat(folder.resolve("out")).doesNotExist();
        Files.createDirectories(folder.resolve(".out.partial/train"));
        Files.writeString(
                folder.resolve(".out.partial/train/part-00099.jsonl.gz"), "left by a process that was killed");

        export(recipe, TestDocuments.of(candidates), "out", ExportOptions.standard());
        export(recipe, TestDocuments.of(candidates), "again", ExportOptions.standard());

        assertThat(bytes("out")).isEqualTo(bytes("again"));
    }

    @Test
    void neverOverwritesWithoutBeingAsked() throws IOException {
        Recipe recipe = TestRecipes.balanced(12_000);
        export(recipe, TestDocuments.of(candidates), "out", ExportOptions.standard());
        Files.createDirectories(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine/letter.txt"), "keep me");

        assertThatThrownBy(() -> export(recipe, TestDocuments.of(candidates), "out", ExportOptions.standard()))
                .hasMessageContaining("already holds a dataset");
        assertThatThrownBy(
                        () -> export(recipe, TestDocuments.of(candidates), "mine", new ExportOptions(1, false, true)))
                .hasMessageContaining("not a dataset");
        export(recipe, TestDocuments.of(candidates), "out", new ExportOptions(1, false, true));
        assertThat(folder.resolve("mine/letter.txt")).hasContent("keep me");
        assertThat(DatasetVerifier.verify(folder.resolve("out")).failures()).isEmpty();
    }

    @Test
    void noticesThatTheCandidatesChangedBetweenTwoPasses() {
        int[] pass = new int[1];
        CandidateSource changing = () -> TestDocuments.of(pass[0]++ == 0 ? candidates : candidates.subList(0, 600))
                .open();

        assertThatThrownBy(() -> export(TestRecipes.balanced(12_000), changing, "out", ExportOptions.standard()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("changed between two passes");
    }

    @Test
    void stopsWhenAsked() {
        Progress cancelling = new Progress() {
            private boolean stop;

            @Override
            public void report(Stage stage, long done, long total) {
                stop |= stage == Stage.SELECT;
            }

            @Override
            public boolean cancelled() {
                return stop;
            }
        };

        assertThatThrownBy(() -> Curator.standard()
                        .export(
                                TestRecipes.balanced(12_000),
                                TestDocuments.of(candidates),
                                folder.resolve("out"),
                                CALM,
                                cancelling))
                .isInstanceOf(CancelledException.class);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private ExportResult export(Recipe recipe, CandidateSource source, String name, ExportOptions options)
            throws IOException {
        return Curator.standard().export(recipe, source, folder.resolve(name), CALM, Progress.none(), options);
    }

    private JsonNode json(String path) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(path).toFile());
    }

    /** Every file but those that hold facts of the run, with a hash of its bytes. */
    private Map<String, Integer> bytes(String name) throws IOException {
        Map<String, Integer> bytes = new TreeMap<>();
        Path dataset = folder.resolve(name);
        try (Stream<Path> walk = Files.walk(dataset)) {
            for (Path file : walk.filter(Files::isRegularFile)
                    .filter(f -> !f.endsWith("run.json") && !f.endsWith("lineage.json"))
                    .toList()) {
                bytes.put(dataset.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return bytes;
    }
}
