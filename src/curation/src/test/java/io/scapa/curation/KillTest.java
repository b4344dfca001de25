package io.scapa.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.curation.recipe.Recipe;
import io.scapa.curation.recipe.RecipeReader;
import io.scapa.provenance.Assessment;
import io.scapa.provenance.DocumentProvenance;
import io.scapa.provenance.Interval;
import io.scapa.provenance.SyntheticScore;
import io.scapa.provenance.Verdict;
import io.scapa.text.json.AssessmentJson;
import io.scapa.text.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real processes, killed by signal 9 in each stage: what is made afterwards has the bytes of an export that nobody disturbed. */
class KillTest {
    private static final String RECIPE = """
            name: killed
            tokens: 12_000
            targets: {alpha: 0.2, beta: 0.2, gamma: 0.3, eta: 0.3}
            tolerance: 0.05
            nearDedup: true
            filters: {minTokens: 20}
            seed: 7
            asOf: 2026-11-21
            shards: {documents: %d}
            """;

    @TempDir
    private Path folder;

    private final List<String> documents = new ArrayList<>();
    private final List<String> assessments = new ArrayList<>();

    @BeforeEach
    void write() throws IOException {
        for (Candidate c : TestDocuments.mixed(1, 1200)) {
            documents.add(Json.mapper()
                    .createObjectNode()
                    .put("id", c.id())
                    .put("text", c.text().clean())
                    .put("source", c.source())
                    .toString());
            assessments.add(AssessmentJson.toJson(new Assessment(
                            c.id(),
                            c.contentSha256(),
                            "en",
                            c.tokens(),
                            new SyntheticScore(
                                    0, 0.5, c.pSynthetic(), new Interval(0, 1), null, Verdict.undetermined("a test")),
                            List.of(),
                            new DocumentProvenance(c.origin(), null, c.pools(), 0),
                            "test/1"))
                    .toString());
        }
        Files.write(folder.resolve("documents.jsonl"), documents);
        Files.write(folder.resolve("assessments.jsonl"), assessments);
        Files.writeString(folder.resolve("recipe.yaml"), RECIPE.formatted(60));
    }

    @ParameterizedTest
    @EnumSource(Progress.Stage.class)
    void aKilledExportLeavesNoDatasetAndTheNextOneIsWhole(Progress.Stage stage) throws Exception {
        Path out = folder.resolve("out");
        Process export = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledExport.class.getName(),
                        folder.resolve("recipe.yaml").toString(),
                        folder.resolve("documents.jsonl").toString(),
                        folder.resolve("assessments.jsonl").toString(),
                        out.toString(),
                        stage.name())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(export.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("IN " + stage);
        } finally {
            export.destroyForcibly();
        }
        assertThat(export.waitFor()).as("128 + signal 9").isEqualTo(137);
        assertThat(out).doesNotExist();

        export(RECIPE.formatted(60), "documents.jsonl", "assessments.jsonl", "out", 2);
        export(RECIPE.formatted(60), "documents.jsonl", "assessments.jsonl", "undisturbed", 1);

        assertThat(bytes("out")).isEqualTo(bytes("undisturbed"));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(p -> p.getFileName().toString()).filter(n -> n.startsWith(".")))
                    .isEmpty();
        }
    }

    @Test
    void shuffledFilesAndThreadsChangeNothingAndShardSizesOnlyTheShards() throws IOException {
        Collections.shuffle(documents, new Random(1));
        Collections.shuffle(assessments, new Random(2));
        Files.write(folder.resolve("shuffled.jsonl"), documents);
        Files.write(folder.resolve("shuffled-assessments.jsonl"), assessments);

        export(RECIPE.formatted(60), "documents.jsonl", "assessments.jsonl", "one", 1);
        export(RECIPE.formatted(60), "shuffled.jsonl", "shuffled-assessments.jsonl", "two", 2);
        export(RECIPE.formatted(17), "shuffled.jsonl", "assessments.jsonl", "other", 2);

        assertThat(bytes("two")).isEqualTo(bytes("one"));
        assertThat(Lines.of(folder.resolve("other"))).isEqualTo(Lines.of(folder.resolve("one")));
        assertThat(bytes("other").keySet()).hasSizeGreaterThan(bytes("one").size());
    }

    private void export(String yaml, String from, String with, String to, int threads) throws IOException {
        Recipe recipe = RecipeReader.read(yaml);
        ExportResult result = Curator.standard()
                .export(
                        recipe,
                        KilledExport.source(folder.resolve(from), folder.resolve(with), threads),
                        folder.resolve(to),
                        CollapseCheck.none(),
                        Progress.none(),
                        new ExportOptions(threads, false, false));
        assertThat(result).isInstanceOf(ExportResult.Exported.class);
    }

    /** Every file but those that hold facts of the run. */
    private Map<String, String> bytes(String name) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        Path dataset = folder.resolve(name);
        try (Stream<Path> walk = Files.walk(dataset)) {
            for (Path file : walk.filter(Files::isRegularFile)
                    .filter(f -> !f.endsWith("run.json") && !f.endsWith("lineage.json"))
                    .toList()) {
                bytes.put(dataset.relativize(file).toString(), io.scapa.curation.shard.Digests.ofFile(file));
            }
        }
        return bytes;
    }
}
