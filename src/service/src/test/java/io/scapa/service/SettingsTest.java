package io.scapa.service;

import static io.scapa.service.Calls.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SettingsTest extends ServiceTest {
    private static final String KEY = "4815162342";

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "scapa.home")
    String home;

    @Test
    void aWatermarkKeyGoesInAndNeverComesOut() throws Exception {
        String profile = "{\"name\": \"secretive\", \"scheme\": \"transformers-kgw\", \"key\": " + KEY
                + ", \"tokenizer\": \"r50k_base\", \"vocabularySize\": 50257}";
        Calls.Answer created = calls().post("/v1/watermark-profiles", "application/json", profile)
                .with(201);
        Calls.Answer listed = calls().get("/v1/watermark-profiles").with(200);
        assertThat(created.body() + listed.body()).doesNotContain(KEY).doesNotContain("\"key\"");
        assertThat(calls().post("/v1/watermark-profiles", "application/json", profile)
                        .problem(409)
                        .toString())
                .doesNotContain(KEY);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT CAST(settings AS text), encrypted_key FROM watermark_profiles WHERE name = 'secretive'")) {
            row.next();
            assertThat(row.getString(1)).doesNotContain(KEY);
            assertThat(new String(row.getBytes(2), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain(KEY);
        }
        JsonNode assessed = calls().post("/v1/assessments", document("src-w", "w1", Texts.of("watermarked?")))
                .with(200)
                .json();
        assertThat(assessed.get("evidence"))
                .anyMatch(one -> one.get("kind").textValue().equals("WATERMARK"));
        assertThat(assessed.toString()).doesNotContain(KEY);
    }

    @Test
    void aBadKeyIsNotRepeated() {
        String profile = "{\"name\": \"bad\", \"scheme\": \"transformers-kgw\", \"key\": \"hunter2\", "
                + "\"tokenizer\": \"r50k_base\", \"vocabularySize\": 50257}";
        JsonNode problem = calls().post("/v1/watermark-profiles", "application/json", profile)
                .problem(400);
        assertThat(problem.get("field").textValue()).isEqualTo("key");
        assertThat(problem.toString()).doesNotContain("hunter2");
    }

    @Test
    void anUnknownTokenizerIsRefusedWhenTheProfileIsMade() {
        String profile = "{\"name\": \"tok\", \"scheme\": \"transformers-kgw\", \"key\": 1, "
                + "\"tokenizer\": \"no-such\", \"vocabularySize\": 50257}";
        assertThat(calls().post("/v1/watermark-profiles", "application/json", profile)
                        .problem(400)
                        .get("field")
                        .textValue())
                .isEqualTo("tokenizer");
    }

    @Test
    void aTokenizerFileOfTheHomeServesAProfileAndNoOtherFileDoes() throws Exception {
        Path folder = Files.createDirectories(Path.of(home).resolve("tokenizers"));
        StringBuilder vocabulary = new StringBuilder();
        for (char c = 'a'; c <= 'z'; c++) {
            vocabulary.append(",\"").append(c).append("\":").append(c - 'a' + 1);
        }
        Files.writeString(
                folder.resolve("letters.json"),
                "{\"model\":{\"type\":\"BPE\",\"vocab\":{\" \":0" + vocabulary + "},\"merges\":[]}}");
        calls().post("/v1/watermark-profiles", "application/json", lettersProfile("letters", "letters.json"))
                .with(201);
        JsonNode assessed = calls().post("/v1/assessments", document("src-l", "l1", Texts.of("letters")))
                .with(200)
                .json();
        assertThat(assessed.get("evidence"))
                .anyMatch(one -> one.get("details").path("profile").asText().equals("letters")
                        && one.get("details").path("scored").asInt() > 100);

        Files.writeString(folder.resolve("broken.json"), "{");
        Files.writeString(Path.of(home).resolve("outside.json"), "{}");
        Map.of(
                        "absent.json",
                        "there is no file absent.json in the tokenizers' folder",
                        "broken.json",
                        "is no JSON",
                        "../outside.json",
                        "lies outside the tokenizers' folder",
                        Path.of(home).resolve("outside.json").toString(),
                        "lies outside the tokenizers' folder")
                .forEach((tokenizer, reason) -> {
                    JsonNode problem = calls().post(
                                    "/v1/watermark-profiles", "application/json", lettersProfile("refused", tokenizer))
                            .problem(400);
                    assertThat(problem.get("field").textValue()).isEqualTo("tokenizer");
                    assertThat(problem.get("detail").textValue()).contains(reason);
                });
    }

    @Test
    void aRegisteredProfileWhoseTokenizerFileIsGoneIsNamed() throws Exception {
        Path file = Files.createDirectories(Path.of(home).resolve("tokenizers")).resolve("gone.json");
        String tokenizer = "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[]}}";
        Files.writeString(file, tokenizer);
        calls().post("/v1/watermark-profiles", "application/json", lettersProfile("gone", "gone.json"))
                .with(201);
        Files.delete(file);
        String problem = calls().post("/v1/assessments", document("src-g", "g1", Texts.of("gone")))
                .problem(503)
                .toString();
        assertThat(problem).contains("watermark profile 'gone'", "there is no file gone.json");
        Files.writeString(file, tokenizer);
        calls().post("/v1/assessments", document("src-g", "g1", Texts.of("gone")))
                .with(200);
    }

    private static String lettersProfile(String name, String tokenizer) {
        return "{\"name\": \"" + name + "\", \"scheme\": \"vllm-gumbel\", \"key\": 7, \"tokenizer\": \"" + tokenizer
                + "\", \"vocabularySize\": 100}";
    }

    @Test
    void aNewTimelinePlacesWhatIsStoredAgain() {
        String standard = calls().get("/v1/generations").with(200).body();
        calls().post(
                        "/v1/documents",
                        document("src-time", "tl1", Texts.of("timeline")).put("publishedAt", "2010-01-01"))
                .with(201);
        assertThat(gamma()).isGreaterThan(0.5);
        JsonNode set = calls().put("/v1/generations", """
                {"current": 1, "generations": [{"until": "2005-01-01T00:00:00Z"},
                 {"from": "2005-01-01T00:00:00Z", "models": ["some-model"]}]}""").with(200).json();
        assertThat(calls().await(set.get("job").textValue()).get("state").textValue())
                .isEqualTo("DONE");
        assertThat(gamma()).isZero();
        JsonNode back = calls().put("/v1/generations", standard).with(200).json();
        assertThat(calls().await(back.get("job").textValue()).get("state").textValue())
                .isEqualTo("DONE");
        assertThat(gamma()).isGreaterThan(0.5);
    }

    private double gamma() {
        return calls().get("/v1/documents/tl1")
                .json()
                .at("/assessment/provenance/pools/gamma")
                .doubleValue();
    }

    @Test
    void theReleaseInUseIsNamed() {
        calls().post("/v1/documents", document("src-r", "rel1", Texts.of("release")))
                .with(201);
        JsonNode releases = calls().get("/v1/releases").with(200).json();
        assertThat(releases.get("releases"))
                .anyMatch(one -> one.get("id").equals(releases.get("current"))
                        && one.get("assessments").longValue() > 0);
    }
}
