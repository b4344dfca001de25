package io.scapa.service;

import static io.scapa.service.Calls.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.scapa.curation.verify.DatasetVerifier;
import io.scapa.provenance.ContentHash;
import io.scapa.text.json.Json;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From a recipe to a verified dataset, through plan and job. */
@QuarkusTest
class DatasetsTest extends ServiceTest {
    @Inject
    AgroalDataSource database;

    private static final String YAML = "application/yaml";

    private void ingest(String source) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            ObjectNode one = document(source, source + i, Texts.of(source + " " + i));
            one.put("publishedAt", i % 2 == 0 ? "1990-01-01" : "2025-01-01");
            if (i % 3 == 0) {
                one.put("declaredOrigin", "SYNTHETIC").put("publishedAt", "2025-01-01");
            }
            body.append(one).append('\n');
        }
        calls().post("/v1/documents", "application/x-ndjson", body.toString()).with(200);
    }

    private static String recipe(String name, int tokens) {
        return "name: " + name + "\nasOf: 2026-01-01\ntokens: " + tokens
                + "\ntolerance: 0.2\ntargets: {alpha: 0.3, gamma: 0.5, eta: 0.2}\n";
    }

    private JsonNode made(String body) {
        Calls.Answer answer = calls().post("/v1/datasets", YAML, body).with(202);
        JsonNode job = calls().await(answer.json().get("job").textValue());
        assertThat(job.get("state").textValue()).as("job %s", job).isEqualTo("DONE");
        return calls().get("/v1/datasets/" + answer.json().get("id").textValue())
                .with(200)
                .json();
    }

    @Test
    void aRecipeBecomesADatasetThatVerifies() throws Exception {
        ingest("src-d");
        JsonNode plan = calls().post("/v1/plans", YAML, recipe("planned", 2000))
                .with(200)
                .json();
        assertThat(plan.get("feasible").booleanValue()).as("plan %s", plan).isTrue();

        JsonNode dataset = made(recipe("made", 2000));
        assertThat(dataset.at("/summary/outcome").textValue()).isEqualTo("EXPORTED");
        Path folder = Path.of(dataset.get("output").textValue());
        assertThat(DatasetVerifier.verify(folder).failures()).isEmpty();

        String self = dataset.at("/links/self").textValue();
        JsonNode croissant = calls().get(self + "/croissant.json").with(200).json();
        assertThat(croissant.get("name").textValue()).isEqualTo("made");
        assertThat(calls().get(self + "/card").with(200).body()).contains("made");
        List<JsonNode> members = calls().get(self + "/members").with(200).lines();
        assertThat(members).hasSize(dataset.at("/summary/lines").intValue()).allMatch(one -> !one.has("text"));
        assertThat(calls().get(self + "/archive").with(200).body()).contains("manifest.json");

        String id = members.getFirst().get("id").textValue();
        JsonNode erased = calls().delete("/v1/documents/" + id).with(200).json();
        assertThat(erased.get("datasets")).anyMatch(one -> one.get("id").equals(dataset.get("id")));
    }

    @Test
    void theSameRecipeGivesTheSameBytes() throws Exception {
        ingest("src-same");
        Path first = Path.of(made(recipe("same", 1500)).get("output").textValue());
        Path second = Path.of(made(recipe("same", 1500)).get("output").textValue());
        assertThat(second).isNotEqualTo(first);
        for (String file : new String[] {"manifest.json", "croissant.json", "README.md"}) {
            assertThat(second.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
        }
    }

    /** Lengths in another tokenizer are stored with the first plan, and the second one takes what is stored. */
    @Test
    void lengthsInTheRecipesTokenizerAreCountedOnce() throws Exception {
        ingest("src-tok");
        String recipe = recipe("counted", 2000) + "tokenizer: o200k_base\nfilters: {minTokens: 1000000}\n";
        JsonNode before = calls().post("/v1/plans", YAML, recipe).with(200).json();
        assertThat(before.at("/tokens").asLong()).as("plan %s", before).isZero();
        String hash = ContentHash.ofCleanText(Texts.of("src-tok 2")).hex();
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE token_counts SET tokens = 1000001 WHERE sha256 = ? AND tokenizer = 'o200k_base'")) {
            update.setString(1, hash);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
        JsonNode after = calls().post("/v1/plans", YAML, recipe).with(200).json();
        assertThat(after.at("/tokens").asLong()).as("plan %s", after).isPositive();
        JsonNode other = calls().post("/v1/plans", YAML, recipe.replace("o200k_base", "r50k_base"))
                .with(200)
                .json();
        assertThat(other.at("/tokens").asLong())
                .as("another tokenizer's counts")
                .isZero();
        calls().delete("/v1/documents/" + hash).with(200);
    }

    @Test
    void anImpossibleRecipeIsExplained() {
        ingest("src-imp");
        JsonNode dataset = made(recipe("impossible", 900_000_000));
        assertThat(dataset.at("/summary/outcome").textValue()).isEqualTo("INFEASIBLE");
        assertThat(dataset.at("/summary/explanation").textValue()).contains("not feasible");
        calls().get(dataset.at("/links/self").textValue() + "/members").problem(409);
    }

    @Test
    void theFolderThatWasAskedForIsTakenOnce() throws Exception {
        ingest("src-out");
        ObjectNode body = (ObjectNode) Json.yaml().readTree(recipe("named", 1500));
        body.put("output", "asked/for");
        JsonNode dataset = made(body.toString());
        assertThat(dataset.get("output").textValue()).endsWith("/datasets/asked/for");
        assertThat(calls().post("/v1/datasets", body).problem(400).get("field").textValue())
                .isEqualTo("output");
    }

    @Test
    void aJobTellsHowFarItIsAndCanBeCancelled() {
        List<String> ids = new ArrayList<>();
        String slow =
                "{\"family\": {\"type\": \"gaussian\"}, \"samples\": 1000, \"generations\": 1000, \"chains\": 10000000}";
        for (int i = 0; i < 3; i++) {
            ids.add(calls().post("/v1/simulations", "application/json", slow)
                    .with(202)
                    .json()
                    .get("job")
                    .textValue());
        }
        for (String id : ids.reversed()) {
            calls().delete("/v1/jobs/" + id).with(202);
            assertThat(calls().await(id).get("state").textValue()).isEqualTo("CANCELLED");
        }
    }

    @Test
    void aPresetIsSimulated() {
        JsonNode posted = calls().post(
                        "/v1/simulations", "application/json", "{\"preset\": \"poly-blog\", \"chains\": 20}")
                .with(202)
                .json();
        calls().await(posted.get("job").textValue());
        String self = posted.at("/links/self").textValue();
        JsonNode done = calls().get(self).with(200).json();
        assertThat(done.get("state").textValue()).isEqualTo("DONE");
        assertThat(calls().get(self + "/report").with(200).json().get("runs")).isNotEmpty();
        assertThat(done.get("charts")).isNotEmpty();
        for (JsonNode chart : done.get("charts")) {
            Calls.Answer svg =
                    calls().get(self + "/charts/" + chart.textValue() + ".svg").with(200);
            assertThat(svg.mediaType()).isEqualTo("image/svg+xml");
            assertThat(svg.body()).contains("<svg");
        }
        calls().get(self + "/charts/none.svg").problem(404);
    }
}
