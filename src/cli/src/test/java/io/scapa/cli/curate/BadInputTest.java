package io.scapa.cli.curate;

import static org.assertj.core.api.Assertions.assertThat;

import blue.strategic.parquet.ParquetWriter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.cli.CliRun;
import io.scapa.curation.sign.SigningKeys;
import io.scapa.provenance.ContentHash;
import io.scapa.text.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be wrong with the inputs of a curation: each is found, and named with its file, line or field; exit code 2, or 1 for a check. */
class BadInputTest {
    private static final String RECIPE = """
            name: test
            asOf: 2026-11-21
            tokens: 3000
            targets: {gamma: 0.5, eta: 0.4, alpha: 0.1}
            tolerance: 0.3
            """;

    @TempDir
    private Path folder;

    private final List<String> lines = new ArrayList<>();
    private Path documents;
    private Path assessments;
    private Path recipe;

    @BeforeEach
    void write() throws IOException {
        List<String> scores = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            add(
                    scores,
                    "d" + i,
                    "We went down to the river on day %d, and the water stood at mark %d. ".formatted(i, 7 * i),
                    i);
        }
        documents = Files.write(folder.resolve("documents.jsonl"), lines);
        assessments = Files.write(folder.resolve("assessments.jsonl"), scores);
        recipe = Files.writeString(folder.resolve("recipe.yaml"), RECIPE);
    }

    private void add(List<String> scores, String id, String sentence, int i) {
        String text = sentence.repeat(6).strip();
        lines.add(
                Json.mapper().createObjectNode().put("id", id).put("text", text).toString());
        boolean old = i % 2 == 0;
        scores.add("""
                {"id": "%s", "contentSha256": "%s", "language": "en", "tokens": 120, "synthetic": {"score": 0, "prior": 0.5, \
                "probability": 0.1, "interval": [0, 1], "verdict": "UNDETERMINED", "reason": "invented"}, "evidence": [], \
                "provenance": {"origin": "HUMAN", "pools": {"alpha": 0.1, "beta": 0, "gamma": %s, "eta": %s}}, "release": "test/1"}""".formatted(id, ContentHash.ofCleanText(text), old ? 0.9 : 0, old ? 0 : 0.9));
    }

    private CliRun curate(Path documents, Path recipe, String... more) {
        List<String> call = new ArrayList<>(List.of(
                "curate",
                recipe.toString(),
                "--documents",
                documents.toString(),
                "--assessments",
                assessments.toString()));
        call.addAll(List.of(more));
        return CliRun.of(call.toArray(String[]::new));
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aTruncatedGzipIsNamedWithItsLine() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(Files.readAllBytes(documents));
        }
        byte[] whole = packed.toByteArray();
        Path cut = Files.write(folder.resolve("cut.jsonl.gz"), Arrays.copyOf(whole, whole.length * 9 / 10));

        CliRun strict = curate(cut, recipe, "--strict", "-o", out("a"));
        assertThat(strict.code()).isEqualTo(2);
        assertThat(strict.err()).containsPattern("cut\\.jsonl\\.gz:\\d+: .*breaks off here");
        assertThat(folder.resolve("a")).doesNotExist();

        CliRun tolerant = curate(cut, recipe, "-o", out("b"));
        assertThat(tolerant.code()).as(tolerant.err()).isZero();
        assertThat(tolerant.err()).containsPattern("cut\\.jsonl\\.gz:\\d+: .*breaks off here");
        assertThat(folder.resolve("b.rejected.jsonl")).exists();
    }

    @Test
    void parquetWithAnotherSchemaIsNamedWithItsColumns() throws Exception {
        Path wrong = folder.resolve("wrong.parquet");
        MessageType schema = Types.buildMessage()
                .required(PrimitiveTypeName.INT32)
                .named("text")
                .required(PrimitiveTypeName.DOUBLE)
                .named("score")
                .named("row");
        try (ParquetWriter<Integer> writer = ParquetWriter.writeFile(schema, wrong.toFile(), (i, values) -> {
            values.write("text", i);
            values.write("score", 0.5);
        })) {
            writer.write(1);
        }
        CliRun run = curate(wrong, recipe, "-o", out("a"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("wrong.parquet: Parquet with a column 'text' of texts is expected")
                .contains("text (INT32), score (DOUBLE)");

        Path none = Files.writeString(
                folder.resolve("none.parquet"), "no Parquet at all, but a text that goes on for a while");
        CliRun text = curate(none, recipe, "-o", out("a"));
        assertThat(text.code()).isEqualTo(2);
        assertThat(text.err()).contains("none.parquet: no whole Parquet file");
    }

    @Test
    void oneIdWithTwoTextsIsLeftOutAndNamed() throws IOException {
        List<String> scores = new ArrayList<>(Files.readAllLines(assessments));
        add(scores, "d7", "Quite another text came under the same id, and nobody can say which one was meant. ", 7);
        Files.write(documents, lines);
        Files.write(assessments, scores);

        CliRun run = curate(documents, recipe, "-o", out("a"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("2 documents come under an id that another text has too")
                .contains(": d7;");
        assertThat(run.out()).contains("put aside: 2 id-conflict");
        try (GZIPInputStream aside =
                new GZIPInputStream(Files.newInputStream(folder.resolve("a/aside/rejected.jsonl.gz")))) {
            assertThat(new String(aside.readAllBytes()).lines())
                    .hasSize(2)
                    .allMatch(line -> line.contains("\"id\":\"d7\"") && line.contains("id-conflict"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            eta: 0.4  | delta: 0.4 | recipe.yaml:4: targets.delta: expected | an unknown pool
            eta: 0.4  | eta: 0.39  | recipe.yaml:4: targets: expected shares that sum to 1 | 0.99
            3000      | many       | recipe.yaml:3: tokens: expected | many
            name      | nome       | recipe.yaml:1: nome | name
            2026-11-21 | yesterday | recipe.yaml:2: asOf: expected | yesterday
            tolerance: 0.3 | filters: {gopher: true} | recipe.yaml:5: filters.gopher | gopher
            tolerance: 0.3 | inputs: nonsense | recipe.yaml:5: inputs | an unknown field
            """)
    void aWrongRecipeIsNamedWithLineAndField(String right, String wrong, String place, String what) throws IOException {
        Files.writeString(recipe, RECIPE.replace(right, wrong));
        CliRun run = curate(documents, recipe, "--explain");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(place).contains(what);
    }

    @Test
    void aSignatureByAnotherKeyIsNamed() throws IOException {
        Path key = Files.writeString(
                folder.resolve("key.pem"),
                SigningKeys.pem(SigningKeys.generate().getPrivate()));
        Path other = Files.writeString(
                folder.resolve("other.pub"),
                SigningKeys.pem(SigningKeys.generate().getPublic()));
        assertThat(curate(documents, recipe, "-o", out("a"), "--sign-key", key.toString())
                        .code())
                .isZero();

        CliRun run = CliRun.of("verify", "-q", out("a"), "--key", other.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("signature").contains("not by the key");
        assertThat(CliRun.of("verify", out("a"), "--key", key.toString()).code())
                .as("a private key is no public one")
                .isEqualTo(2);
    }

    /** Whatever file it is in, one changed byte is found, and the file named. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "train/part-00000.jsonl.gz",
                "croissant.json",
                "README.md",
                "recipe.json",
                "spdx.json",
                "article53.md",
                "collapse/report.json",
                "manifest.json"
            })
    void oneFlippedByteIsFoundInEveryFile(String name) throws IOException {
        Path key = Files.writeString(
                folder.resolve("key.pem"),
                SigningKeys.pem(SigningKeys.generate().getPrivate()));
        assertThat(curate(documents, recipe, "-o", out("a"), "--sign-key", key.toString())
                        .code())
                .isZero();
        assertThat(CliRun.of("verify", out("a")).code()).isZero();
        Path file = folder.resolve("a").resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        CliRun run = CliRun.of("verify", "-q", out("a"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains(name);
        assertThat(run.err()).contains("checks do not hold");
    }

    @Test
    void otherInputsThanTheRecipeNamesAreNamed() throws IOException {
        assertThat(curate(documents, recipe, "-o", out("a")).code()).isZero();
        JsonNode manifest =
                Json.mapper().readTree(folder.resolve("a/manifest.json").toFile());
        Files.writeString(
                recipe,
                RECIPE + "inputsSha256: " + manifest.at("/inputs/sha256").textValue() + "\n");
        assertThat(curate(documents, recipe, "-o", out("b")).code()).isZero();
        Files.write(documents, lines.subList(0, 119));

        CliRun run = curate(documents, recipe, "-o", out("c"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("the recipe wants the inputs "
                        + manifest.at("/inputs/sha256").textValue());
    }

    @Test
    void optionsThatMakeNoSenseAreNamed() {
        CliRun earlier = curate(documents, recipe, "--earlier", documents.toString(), "-o", out("a"));
        assertThat(earlier.code()).isEqualTo(2);
        assertThat(earlier.err()).contains("documents.jsonl: the folder of an earlier dataset is expected");
        CliRun sample = CliRun.of(
                "audit",
                "sample",
                recipe.toString(),
                "--documents",
                documents.toString(),
                "--per-pool",
                "0",
                "-o",
                out("s"));
        assertThat(sample.code()).isEqualTo(2);
        assertThat(sample.err()).contains("--per-pool");
        CliRun place = curate(documents, recipe, "-o", "s3://corpus");
        assertThat(place.code()).isEqualTo(2);
        CliRun nowhere = curate(documents, recipe);
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.err()).contains("-o DIR is expected");
    }

    @Test
    void linesAndFilesThatAreMissingOrNoneAreNamed() throws IOException {
        lines.set(3, "{\"id\": \"d3\", \"text\": 5}");
        lines.set(4, "{\"id\": \"d4\"");
        Files.write(documents, lines);
        CliRun run = curate(documents, recipe, "-o", out("a"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("documents.jsonl:4: text").contains("documents.jsonl:5: ");
        assertThat(Files.readAllLines(folder.resolve("a.rejected.jsonl"))).hasSize(2);

        ObjectNode score = (ObjectNode)
                Json.mapper().readTree(Files.readAllLines(assessments).getFirst());
        score.remove("provenance");
        Files.writeString(assessments, score + "\n");
        CliRun bad = curate(documents, recipe, "--strict", "-o", out("b"));
        assertThat(bad.code()).isEqualTo(2);
        assertThat(bad.err()).containsPattern("(assessments|documents)\\.jsonl:\\d+: ");

        CliRun absent = curate(folder.resolve("no"), recipe, "--explain");
        assertThat(absent.code()).isEqualTo(2);
        assertThat(absent.err()).contains("no: a readable file of documents is expected");
    }
}
