package io.scapa.detection.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.statistics.Normal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransformersKgwGoldenTest {
    private static final int BOS = 50256;

    @ParameterizedTest
    @ValueSource(strings = {"hf-detect.json", "hf-detect-text.json", "hf-detect-text-roundtrip.json"})
    void reproducesTheLibraryAndTheExactTails(String file) {
        Map<JsonNode, WatermarkDetector> detectors = new LinkedHashMap<>();
        for (JsonNode one : Goldens.cases(file)) {
            WatermarkDetector detector =
                    detectors.computeIfAbsent(one.get("config"), TransformersKgwGoldenTest::detector);
            int[] ids = Goldens.ints(one.get("input_ids"));
            library(
                    one,
                    one.get("ignore_repeated_ngrams=false"),
                    detector.prepared().library(ids));
            if (one.has("generated_ids_result")) {
                int[] generated = Goldens.ints(one.get("generated_ids"));
                library(
                        one,
                        one.get("generated_ids_result"),
                        detector.prepared().library(generated));
            }
            Scores all = detector.prepared().score(ids, Counting.ALL);
            assertThat(mask(all))
                    .as(Goldens.label(one))
                    .isEqualTo(one.get("green_token_mask").asText());
            tails(one.get("all_ngrams_exact"), all);
            distinct(one, detector.prepared().score(ids, Counting.DISTINCT_NGRAMS));
        }
    }

    private static WatermarkDetector detector(JsonNode config) {
        WatermarkProfile profile = profile(config);
        return new WatermarkDetector(profile, WatermarkOptions.STANDARD);
    }

    private static WatermarkProfile profile(JsonNode config) {
        return WatermarkProfile.of(
                "golden",
                "transformers-kgw",
                WatermarkKey.parse(config.get("hashing_key").asText()),
                Map.of(
                        "seedingScheme", config.get("seeding_scheme").asText(),
                        "contextWidth", config.get("context_width").asInt(),
                        "gamma", config.get("greenlist_ratio").asDouble(),
                        "bos", BOS),
                "r50k_base",
                config.get("vocab_size").asInt(),
                Device.CPU);
    }

    private static void library(JsonNode one, JsonNode expected, LibraryFigures got) {
        String label = Goldens.label(one);
        assertThat(got.scored())
                .as(label)
                .isEqualTo(expected.get("num_tokens_scored").asInt());
        assertThat(got.statistic())
                .as(label)
                .isEqualTo(expected.get("num_green_tokens").asDouble());
        assertThat(got.z()).as(label).isCloseTo(expected.get("z_score").asDouble(), within(1e-9));
        assertThat(got.predicted())
                .as(label)
                .isEqualTo(expected.get("prediction").asBoolean());
        assertThat(got.others().get("transformersPValue"))
                .as(label)
                .isCloseTo(expected.get("p_value").asDouble(), within(1e-9));
    }

    private static void distinct(JsonNode one, Scores got) {
        JsonNode expected = one.get("unique_ngrams");
        String label = Goldens.label(one);
        assertThat(got.scored())
                .as(label)
                .isEqualTo(expected.get("num_tokens_scored").asInt());
        assertThat(got.sum())
                .as(label)
                .isEqualTo(expected.get("num_green_tokens").asDouble());
        assertThat(got.model().z(got.sum(), got.scored()))
                .isCloseTo(expected.get("z_score").asDouble(), within(1e-9));
        tails(expected, got);
    }

    private static void tails(JsonNode expected, Scores got) {
        double exact = expected.get("binomial_sf").asDouble();
        assertThat(got.model().pValue(got.sum(), got.scored())).isCloseTo(exact, within(1e-7 * exact + 1e-300));
        double normal = expected.get("normal_sf").asDouble();
        assertThat(Normal.upperTail(got.model().z(got.sum(), got.scored()))).isCloseTo(normal, within(1e-7 * normal));
    }

    static String mask(Scores scores) {
        StringBuilder mask = new StringBuilder();
        for (double value : scores.values()) {
            mask.append(value > 0 ? '1' : '0');
        }
        return mask.toString();
    }
}
