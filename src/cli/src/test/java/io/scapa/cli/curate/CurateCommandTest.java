package io.scapa.cli.curate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.cli.CliRun;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurateCommandTest {
    private static final String RECIPE = """
            name: test
            asOf: 2026-11-21
            tokens: %s
            targets: {gamma: 0.5, eta: 0.4, alpha: 0.1}
            tolerance: 0.3
            """;

    @TempDir
    Path folder;

    private Path documents;

    /** Half of them dated before the cutoff, the other half after it. */
    @BeforeEach
    void writeDocuments() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            ObjectNode document = Json.mapper()
                    .createObjectNode()
                    .put("id", "d" + i)
                    .put(
                            "text",
                            "We went down to the river on day %d of that year, and the water stood at mark %d. "
                                    .formatted(i, 7 * i)
                                    .repeat(6))
                    .put("source", i % 2 == 0 ? "old" : "new")
                    .put("publishedAt", i % 2 == 0 ? "1999-05-01" : "2025-05-01")
                    .put("declaredOrigin", "HUMAN");
            lines.add(document.toString());
        }
        documents = Files.write(folder.resolve("documents.jsonl"), lines);
    }

    @Test
    void makesADatasetThatVerifiesAndIsTheSameWhoeverAssessed() throws Exception {
        Path recipe = recipe(RECIPE.formatted(3000));
        Path assessments = folder.resolve("assessments.jsonl.gz");
        Path joined = folder.resolve("joined");
        Path assessed = folder.resolve("assessed");
        assertThat(CliRun.of("score", documents.toString(), "-o", assessments.toString())
                        .code())
                .isZero();

        CliRun first =
                CliRun.of("curate", recipe.toString(), "--documents", documents.toString(), "-o", assessed.toString());
        CliRun second = CliRun.of(
                "curate",
                recipe.toString(),
                "--documents",
                documents.toString(),
                "--assessments",
                assessments.toString(),
                "-o",
                joined.toString());

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(first.out()).contains("gamma", "collapse:", "dataset ");
        assertThat(joined.resolve("manifest.json")).hasSameBinaryContentAs(assessed.resolve("manifest.json"));
        CliRun verified = CliRun.of("verify", assessed.toString());
        assertThat(verified.code()).as(verified.out()).isZero();
    }

    @Test
    void aChangedShardFailsTheVerification() throws Exception {
        Path out = folder.resolve("out");
        CliRun.of(
                "curate",
                recipe(RECIPE.formatted(3000)).toString(),
                "--documents",
                documents.toString(),
                "-o",
                out.toString());
        Path shard;
        try (Stream<Path> files = Files.walk(out)) {
            shard = files.filter(file -> file.toString().contains("train") && Files.isRegularFile(file))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(shard);
        bytes[bytes.length / 2] ^= 1;
        Files.write(shard, bytes);

        CliRun run = CliRun.of("verify", out.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("checks do not hold");
    }

    @Test
    void anImpossibleRecipeIsExplained() throws Exception {
        Path out = folder.resolve("out");

        CliRun run = CliRun.of(
                "curate",
                recipe(RECIPE.formatted(100_000_000)).toString(),
                "--documents",
                documents.toString(),
                "-o",
                out.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("cannot be met", "100,000,000");
        assertThat(out).doesNotExist();
    }

    @Test
    void explainPrintsThePlanAndWritesNothing() throws Exception {
        CliRun run = CliRun.of(
                "curate", recipe(RECIPE.formatted(3000)).toString(), "--documents", documents.toString(), "--explain");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("feasible", "expected mixture");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name: x~asOf: 2026-11-21~tokens: -5~targets: {gamma: 1.0}            | :3: tokens
            name: x~asOf: 2026-11-21~tokens: 100~targets: {gamma: 0.9}           | targets: expected shares that sum to 1, got a sum of 0.9
            name: x~asOf: 2026-11-21~tokens: 100~targets: {gamma: 1.0}~flavour: 1 | flavour
            name: x~asOf: 2026-11-21~tokens: many~targets: {gamma: 1.0}          | :3: tokens
            name: x~asOf: 2026-11-21~tokens: 100~targets: {delta: 1.0}           | delta
            """)
    void aWrongRecipeIsNamedWithFileLineFieldAndExpectation(String recipe, String expected) throws Exception {
        CliRun run = CliRun.of(
                "curate",
                recipe(recipe.replace('~', '\n')).toString(),
                "--documents",
                documents.toString(),
                "--explain");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("recipe.yaml", expected.strip(), "expected");
    }

    @Test
    void anExistingFolderIsNotOverwritten() throws Exception {
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("notes.txt"), "mine");

        CliRun run = CliRun.of(
                "curate",
                recipe(RECIPE.formatted(3000)).toString(),
                "--documents",
                documents.toString(),
                "-o",
                out.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(out.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void verifyingWhatIsNoDatasetFails() {
        assertThat(CliRun.of("verify", folder.toString()).code()).isEqualTo(1);
        assertThat(CliRun.of("verify", folder.resolve("absent").toString()).code())
                .isEqualTo(2);
    }

    private Path recipe(String yaml) throws IOException {
        return Files.writeString(folder.resolve("recipe.yaml"), yaml);
    }
}
