package io.scapa.service;

import static io.scapa.service.Calls.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.scapa.text.json.Json;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a watermark profile is named and its key is not; what a text cannot decide stays undetermined. */
@QuarkusTest
class WatermarkBadInputTest extends ServiceTest {
    private static final String PATH = "/v1/watermark-profiles";
    private static final String JSON = "application/json";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"key\": 0} | key",
                "{\"key\": -7316528} | key",
                "{\"key\": \"73165287316528731652873165287316528\"} | key",
                "{\"key\": [7316528, 7316529]} | key",
                "{\"key\": null} | key",
                "{\"vocabularySize\": 0} | vocabularySize",
                "{\"vocabularySize\": 99999999} | vocabularySize",
                "{\"vocabularySize\": \"many\"} | vocabularySize",
                "{\"parameters\": {\"gamma\": 1}} | parameters.gamma",
                "{\"parameters\": {\"gamma\": 0}} | parameters.gamma",
                "{\"parameters\": {\"contextWidth\": 1.5}} | parameters.contextWidth",
                "{\"parameters\": {\"gama\": 0.5}} | parameters.gama",
                "{\"scheme\": \"kgv\"} | scheme",
                "{\"device\": \"gpu\"} | device",
                "{\"tokenizer\": \"\"} | tokenizer",
                "{\"colour\": 5} | colour",
            })
    void aWrongFieldOfAProfileIsNamedWithoutTheKey(String change, String field) throws IOException {
        JsonNode profile =
                Json.mapper().readerForUpdating(profile("refused", 50_257)).readTree(change);
        JsonNode problem = calls().post(PATH, JSON, profile.toString()).problem(400);
        assertThat(problem.get("field").textValue()).isEqualTo(field);
        assertThat(problem.get("expectation").textValue()).isNotBlank();
        assertThat(problem.toString()).doesNotContain("7316528");
        assertThat(calls().get(PATH).with(200).body()).doesNotContain("\"refused\"");
    }

    @Test
    void aTextShorterThanTheContextAndTokensOverTheVocabularyAreUndetermined() {
        calls().post(PATH, JSON, profile("whole-vocabulary", 50_257).toString()).with(201);
        calls().post(PATH, JSON, profile("small-vocabulary", 100).toString()).with(201);
        JsonNode brief = calls().post("/v1/assessments", document("src-u", "u1", "Hi"))
                .with(200)
                .json();
        assertUndetermined(brief, "whole-vocabulary", "needs 50");
        JsonNode foreign = calls().post("/v1/assessments", document("src-u", "u2", Texts.of("foreign")))
                .with(200)
                .json();
        assertUndetermined(foreign, "small-vocabulary", "outside the profile's vocabulary of 100");
    }

    private static void assertUndetermined(JsonNode assessed, String profile, String reason) {
        assertThat(assessed.get("evidence"))
                .filteredOn(one -> one.path("details").path("profile").asText().equals(profile))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.get("details").get("finding").textValue()).isEqualTo("UNDETERMINED");
                    assertThat(one.get("details").get("reason").textValue()).contains(reason);
                });
    }

    private static ObjectNode profile(String name, int vocabulary) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("scheme", "transformers-kgw")
                .put("key", 7_316_528)
                .put("tokenizer", "r50k_base")
                .put("vocabularySize", vocabulary);
    }
}
