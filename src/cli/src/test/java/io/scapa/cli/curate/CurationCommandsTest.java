package io.scapa.cli.curate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.cli.CliRun;
import io.scapa.curation.sign.SigningKeys;
import io.scapa.storage.s3.S3Access;
import io.scapa.storage.s3.S3Client;
import io.scapa.storage.s3.S3Location;
import io.scapa.testing.S3Server;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing, audits, impact, schemas and comparisons from the command line. */
class CurationCommandsTest {
    private static final String RECIPE = """
            name: test
            asOf: 2026-11-21
            tokens: 3000
            targets: {gamma: 0.5, eta: 0.4, alpha: 0.1}
            tolerance: 0.3
            maxAlpha: {share: 0.5, confidence: 0.9}
            """;

    @TempDir
    Path folder;

    private Path documents;
    private Path assessments;
    private Path recipe;

    @BeforeEach
    void write() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            lines.add(Json.mapper()
                    .createObjectNode()
                    .put("id", "d" + i)
                    .put(
                            "text",
                            "We went down to the river on day %d, and the water stood at mark %d. "
                                    .formatted(i, 7 * i)
                                    .repeat(6))
                    .put("source", i % 2 == 0 ? "old" : "new")
                    .put("publishedAt", i % 2 == 0 ? "1999-05-01" : "2025-05-01")
                    .put("declaredOrigin", "HUMAN")
                    .toString());
        }
        documents = Files.write(folder.resolve("documents.jsonl"), lines);
        assessments = folder.resolve("assessments.jsonl");
        recipe = Files.writeString(folder.resolve("recipe.yaml"), RECIPE);
        assertThat(CliRun.of("score", documents.toString(), "-o", assessments.toString())
                        .code())
                .isZero();
    }

    @Test
    void writesToObjectStorageReadsFromItAndVerifiesThere() throws Exception {
        assertThat(curate("local").code()).isZero();
        try (S3Server server = S3Server.start(folder.resolve("store"), "corpus")) {
            S3Client client = new S3Client(S3Access.of(server.environment()), Clock.systemUTC());
            client.put(S3Location.parse("s3://corpus/in/documents.jsonl"), documents);
            String[] call = {
                "curate",
                recipe.toString(),
                "--documents",
                "s3://corpus/in/",
                "--assessments",
                assessments.toString(),
                "--fetched",
                folder.resolve("fetched").toString(),
                "-o",
                "s3://corpus/out/one"
            };
            CliRun made = CliRun.in(server.environment(), call);
            assertThat(made.code()).as(made.err()).isZero();
            assertThat(made.out()).contains("dataset s3://corpus/out/one/");
            CliRun verified = CliRun.in(server.environment(), "verify", "s3://corpus/out/one");
            assertThat(verified.code()).as(verified.err() + verified.out()).isZero();

            S3Location manifest = S3Location.parse("s3://corpus/out/one/manifest.json");
            Path there = client.fetch(manifest, client.list(manifest).getFirst(), folder.resolve("back"));
            assertThat(there).hasSameBinaryContentAs(folder.resolve("local/manifest.json"));

            CliRun again = CliRun.in(server.environment(), call);
            assertThat(again.code()).isEqualTo(2);
            assertThat(again.err()).contains("s3://corpus/out/one/: already holds a dataset");
            CliRun none = CliRun.in(server.environment(), "verify", "s3://corpus/out/two");
            assertThat(none.code()).isEqualTo(2);
            assertThat(none.err()).contains("s3://corpus/out/two/: no dataset there");
        }
        CliRun without = CliRun.of(with("curate", "-o", "s3://corpus/out/one"));
        assertThat(without.code()).isEqualTo(2);
        assertThat(without.err()).contains("AWS_ACCESS_KEY_ID");
    }

    @Test
    void signsAndTellsAnotherKey() throws Exception {
        KeyPair mine = SigningKeys.generate();
        KeyPair other = SigningKeys.generate();
        Path key = Files.writeString(folder.resolve("key.pem"), SigningKeys.pem(mine.getPrivate()));
        Path trusted = Files.writeString(folder.resolve("key.pub"), SigningKeys.pem(mine.getPublic()));
        Path foreign = Files.writeString(folder.resolve("other.pub"), SigningKeys.pem(other.getPublic()));
        CliRun made = curate("out", "--sign-key", key.toString());
        assertThat(made.code()).as(made.err()).isZero();

        assertThat(CliRun.of("verify", folder.resolve("out").toString(), "--key", trusted.toString())
                        .code())
                .isZero();
        CliRun wrong = CliRun.of("verify", "-q", folder.resolve("out").toString(), "--key", foreign.toString());
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.out()).contains("signature").contains("not by the key");
        assertThat(CliRun.of("verify", folder.resolve("out").toString(), "--key", recipe.toString())
                        .code())
                .isEqualTo(2);
    }

    @Test
    void drawsAnAuditTakesTheLabelsAndLetsTheBoundRestOnThem() throws Exception {
        Path sample = folder.resolve("sample.jsonl");
        Path labels = folder.resolve("labels.jsonl");
        CliRun drawn = CliRun.of(with("audit sample", "--per-pool", "40", "-o", sample.toString()));
        assertThat(drawn.code()).as(drawn.err()).isZero();
        List<String> filled = new ArrayList<>();
        for (String line : Files.readAllLines(sample)) {
            filled.add(((ObjectNode) Json.mapper().readTree(line))
                    .put("label", "gamma")
                    .put("by", "auditor")
                    .put("on", "2026-11-20")
                    .toString());
        }
        assertThat(filled).hasSizeGreaterThanOrEqualTo(40);
        Files.write(sample, filled);

        CliRun imported = CliRun.of("audit", "import", sample.toString(), "-o", labels.toString());
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(Files.readAllLines(labels)).hasSameSizeAs(filled);
        CliRun made = curate("out", "--audit", labels.toString());
        assertThat(made.code()).as(made.err()).isZero();
        JsonNode manifest =
                Json.mapper().readTree(folder.resolve("out/manifest.json").toFile());
        assertThat(manifest.path("audit").path("documents").asInt()).isPositive();
        assertThat(manifest.path("audit").path("by").get(0).asText()).isEqualTo("auditor");
        assertThat(manifest.path("mixture").path("limits").get(0).path("basis").asText())
                .isEqualTo("audit");
    }

    @Test
    void saysWhichDatasetsBreakTheirLimitUnderAnotherRelease() throws Exception {
        assertThat(curate("out").code()).isZero();
        List<String> harsher = new ArrayList<>();
        for (String line : Files.readAllLines(assessments)) {
            ObjectNode json = (ObjectNode) Json.mapper().readTree(line);
            json.put("release", "harsh/2");
            json.withObject("/provenance/pools")
                    .put("alpha", 0.9)
                    .put("beta", 0.1)
                    .put("gamma", 0)
                    .put("eta", 0);
            harsher.add(json.toString());
        }
        Path newer = Files.write(folder.resolve("newer.jsonl"), harsher);

        CliRun broken = CliRun.of(
                "impact", folder.resolve("out").toString(), "--release", "harsh/2", "--assessments", newer.toString());
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.out()).contains("BREAKS").contains("is 0.9000").contains("100.0% of the tokens");
        CliRun absent = CliRun.of(
                "impact", folder.resolve("out").toString(), "--release", "r/9", "--assessments", newer.toString());
        assertThat(absent.code()).isEqualTo(2);
        assertThat(absent.err()).contains("r/9");
    }

    @Test
    void remixesAnEarlierDataset() throws Exception {
        assertThat(curate("old").code()).isZero();
        CliRun again = curate("new", "--earlier", folder.resolve("old").toString());
        assertThat(again.code()).as(again.err()).isZero();

        JsonNode remix = Json.mapper()
                .readTree(folder.resolve("new/manifest.json").toFile())
                .path("remix");
        assertThat(remix.path("added").asInt(-1)).isZero();
        assertThat(remix.path("removed").asInt(-1)).isZero();
        assertThat(remix.path("kept").asInt()).isPositive();
    }

    @Test
    void goesOnWhereAKilledAssessmentEnded() throws Exception {
        Path out = folder.resolve("out");
        CliRun whole =
                CliRun.of("curate", recipe.toString(), "--documents", documents.toString(), "-o", out.toString());
        assertThat(whole.code()).as(whole.err()).isZero();
        assertThat(folder.resolve(".out.assessments.jsonl")).doesNotExist();
        Path again = folder.resolve("again");
        Path left = folder.resolve(".again.assessments.jsonl");
        CliRun strict = CliRun.of(
                "curate",
                Files.writeString(folder.resolve("impossible.yaml"), RECIPE.replace("3000", "999999999"))
                        .toString(),
                "--documents",
                documents.toString(),
                "-o",
                again.toString());
        assertThat(strict.code()).isEqualTo(1);
        assertThat(left).doesNotExist();
        AssessedFileProbe.leaveHalf(documents, again, 50);

        CliRun resumed =
                CliRun.of("curate", recipe.toString(), "--documents", documents.toString(), "-o", again.toString());

        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(resumed.err()).contains("going on behind 50 assessments");
        assertThat(again.resolve("manifest.json")).hasSameBinaryContentAs(out.resolve("manifest.json"));
    }

    @Test
    void printsSchemasAndComparesFilters() throws Exception {
        CliRun schema = CliRun.of("schema", "manifest");
        assertThat(schema.code()).isZero();
        assertThat(Json.mapper().readTree(schema.out()).path("$id").asText()).isEqualTo("urn:scapa:schema:manifest:1");

        Path filters = Files.writeString(
                folder.resolve("filters.yaml"), RECIPE + "filters: {gopherQuality: {minWords: 20}}\n");
        Path kept = Files.write(
                folder.resolve("kept.jsonl"), Files.readAllLines(documents).subList(0, 119));
        CliRun compared = CliRun.of(
                "compare-filters", filters.toString(), "--documents", documents.toString(), "--kept", kept.toString());
        assertThat(compared.code()).isEqualTo(1);
        assertThat(compared.out())
                .contains("kept by both 119")
                .contains("kept by us only 1")
                .contains("d119: ours keep");
    }

    private CliRun curate(String name, String... more) {
        List<String> args = new ArrayList<>(Arrays.asList(with("curate", more)));
        args.addAll(List.of("-o", folder.resolve(name).toString()));
        return CliRun.of(args.toArray(String[]::new));
    }

    private String[] with(String command, String... more) {
        List<String> args = new ArrayList<>(List.of(command.split(" ")));
        args.addAll(List.of(
                recipe.toString(), "--documents", documents.toString(), "--assessments", assessments.toString()));
        args.addAll(List.of(more));
        return args.toArray(String[]::new);
    }
}
