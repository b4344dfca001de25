package io.scapa.service;

import static io.scapa.service.Calls.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.scapa.curation.sign.SigningKeys;
import io.scapa.curation.verify.DatasetVerifier;
import io.scapa.storage.s3.S3Access;
import io.scapa.storage.s3.S3Client;
import io.scapa.storage.s3.S3Dataset;
import io.scapa.storage.s3.S3Location;
import io.scapa.testing.S3Server;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audits, re-mixes, signatures and object storage over HTTP. */
@QuarkusTest
@TestProfile(AuditsTest.WithKey.class)
class AuditsTest extends ServiceTest {
    private static final String YAML = "application/yaml";

    @TempDir
    private Path folder;

    /** A service with a signing key and a place in object storage. */
    public static class WithKey implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path key = Files.createTempFile("scapa-test", ".pem");
                key.toFile().deleteOnExit();
                Files.writeString(key, SigningKeys.pem(SigningKeys.generate().getPrivate()));
                return Map.of("scapa.signing-key", key.toString(), "scapa.datasets.roots", "s3://corpus/allowed");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @BeforeEach
    void ingest() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            ObjectNode one = document("src-audit", "a" + i, Texts.of("audit " + i));
            one.put("publishedAt", i % 2 == 0 ? "1990-01-01" : "2025-01-01");
            body.append(one).append('\n');
        }
        calls().post("/v1/documents", "application/x-ndjson", body.toString()).with(200);
    }

    private static String recipe(String name, String more) {
        return "name: " + name + "\nasOf: 2026-01-01\ntokens: 2000\ntolerance: 0.3\ntargets: {gamma: 0.5, eta: 0.5}\n"
                + "maxAlpha: {share: 0.5, confidence: 0.9}\n" + more;
    }

    private JsonNode made(String body) {
        Calls.Answer answer = calls().post("/v1/datasets", YAML, body).with(202);
        JsonNode job = calls().await(answer.json().get("job").textValue());
        assertThat(job.get("state").textValue()).as("job %s", job).isEqualTo("DONE");
        JsonNode dataset = calls().get("/v1/datasets/" + answer.json().get("id").textValue())
                .with(200)
                .json();
        assertThat(dataset.at("/summary/outcome").textValue())
                .as("dataset %s", dataset)
                .isEqualTo("EXPORTED");
        return dataset;
    }

    private static JsonNode manifest(JsonNode dataset) throws IOException {
        return Json.mapper()
                .readTree(Path.of(dataset.get("output").textValue(), "manifest.json")
                        .toFile());
    }

    @Test
    void aSampleIsLabelledAndTheBoundRestsOnIt() throws IOException {
        JsonNode audit = calls().post("/v1/audits", YAML, recipe("audited", "perPool: 10\n"))
                .with(201)
                .json();
        String sample = audit.at("/links/sample").textValue();
        StringBuilder filled = new StringBuilder("not JSON\n");
        int lines = 0;
        for (JsonNode line : calls().get(sample).with(200).lines()) {
            assertThat(line.get("text").textValue()).isNotBlank();
            assertThat(line.get("label").isNull()).isTrue();
            ((ObjectNode) line).put("label", "eta").put("by", "auditor").put("on", "2026-01-02");
            filled.append(line).append('\n');
            lines++;
        }
        assertThat(lines).isGreaterThanOrEqualTo(10);
        filled.append(
                "{\"content_sha256\": \"short\", \"label\": \"eta\", \"by\": \"x\", \"on\": \"2026-01-02\"}\n{}\n");

        JsonNode taken = calls().post(audit.at("/links/labels").textValue(), "application/x-ndjson", filled.toString())
                .with(200)
                .json();
        assertThat(taken.get("taken").intValue()).isEqualTo(lines);
        assertThat(taken.get("open").intValue()).isEqualTo(1);
        assertThat(taken.at("/faults/0/line").intValue()).isEqualTo(1);
        assertThat(taken.at("/faults/1/reason").textValue()).startsWith("content_sha256");
        assertThat(calls().get(sample).with(200).lines())
                .as("nobody is asked twice")
                .isEmpty();
        assertThat(calls().get(audit.at("/links/self").textValue())
                        .with(200)
                        .json()
                        .get("labels")
                        .intValue())
                .isEqualTo(lines);

        JsonNode manifest = manifest(made(recipe("audited", "")));
        assertThat(manifest.at("/audit/by/0").textValue()).isEqualTo("auditor");
        assertThat(manifest.at("/mixture/limits/0/basis").textValue()).isEqualTo("audit");
    }

    @Test
    void whatIsWrongWithAnAuditIsNamed() {
        assertThat(calls().post("/v1/audits", YAML, recipe("x", "perPool: none\n"))
                        .problem(400)
                        .get("field")
                        .textValue())
                .isEqualTo("perPool");
        calls().get("/v1/audits/none/sample").problem(404);
        calls().post("/v1/audits/9b2f4b7e-0000-4000-8000-000000000000/labels", "application/x-ndjson", "")
                .problem(404);
    }

    @Test
    void aDatasetIsSignedByTheServicesKey() throws IOException {
        JsonNode dataset = made(recipe("signed", ""));
        Path output = Path.of(dataset.get("output").textValue());
        String pem = calls().get("/v1/signing-key").with(200).body();
        String signature = dataset.at("/links/signature").textValue();
        assertThat(calls().get(signature).with(200).body()).hasToString(Files.readString(signatureOf(output)));
        assertThat(DatasetVerifier.verify(output, SigningKeys.publicKey(pem)).failures())
                .isEmpty();
        assertThat(DatasetVerifier.verify(output, SigningKeys.generate().getPublic())
                        .failures())
                .isNotEmpty();

        Files.delete(signatureOf(output));
        calls().get(signature).problem(404);
        calls().post(signature, "application/json", "").with(200);
        assertThat(DatasetVerifier.verify(output, SigningKeys.publicKey(pem)).failures())
                .isEmpty();
    }

    private static Path signatureOf(Path dataset) {
        return dataset.resolve("manifest.intoto.jsonl");
    }

    @Test
    void aRemixChangesAsLittleAsItCan() throws IOException {
        JsonNode first = made(recipe("first", ""));
        String gone = calls().get(first.at("/links/members").textValue())
                .with(200)
                .lines()
                .getFirst()
                .get("content_sha256")
                .textValue();
        calls().delete("/v1/documents/" + gone).with(200);
        String earlier = "earlier: " + first.get("id").textValue() + "\n";
        assertThat(calls().post("/v1/plans", YAML, recipe("second", earlier))
                        .with(200)
                        .json()
                        .get("feasible")
                        .booleanValue())
                .isTrue();
        JsonNode second = made(recipe("second", earlier));
        assertThat(second.get("earlier")).isEqualTo(first.get("id"));
        JsonNode remix = manifest(second).get("remix");
        assertThat(remix.get("removed").intValue()).as("remix %s", remix).isEqualTo(1);
        assertThat(remix.get("added").intValue()).isLessThanOrEqualTo(2);
        assertThat(remix.get("kept").intValue()).isGreaterThan(5);

        assertThat(calls().post("/v1/datasets", YAML, recipe("x", "earlier: none\n"))
                        .problem(400)
                        .get("field")
                        .textValue())
                .isEqualTo("earlier");
    }

    @Test
    void aDatasetIsPutIntoObjectStorage() throws Exception {
        try (S3Server server = S3Server.start(folder.resolve("store"), "corpus")) {
            server.environment().forEach(System::setProperty);
            String output = "output: s3://corpus/allowed/one\n";
            JsonNode dataset = made(recipe("stored", output));
            assertThat(dataset.get("output").textValue()).isEqualTo("s3://corpus/allowed/one/");
            Path back = Files.createDirectories(folder.resolve("back/dataset"));
            new S3Dataset(
                            new S3Client(S3Access.of(server.environment()), Clock.systemUTC()),
                            S3Location.parse("s3://corpus/allowed/one"))
                    .fetch(back);
            assertThat(DatasetVerifier.verify(back).failures()).isEmpty();
            assertThat(calls().get(dataset.at("/links/members").textValue())
                            .with(200)
                            .lines())
                    .isNotEmpty();

            for (String wrong : new String[] {
                output,
                "output: s3://corpus/elsewhere/x\n",
                "output: s3://corpus/allowed/../x\n",
                "output: gs://corpus/x\n"
            }) {
                assertThat(calls().post("/v1/datasets", YAML, recipe("stored", wrong))
                                .problem(400)
                                .get("field")
                                .textValue())
                        .isEqualTo("output");
            }
        } finally {
            System.clearProperty("AWS_ENDPOINT_URL_S3");
            System.clearProperty("AWS_ACCESS_KEY_ID");
            System.clearProperty("AWS_SECRET_ACCESS_KEY");
        }
    }
}
