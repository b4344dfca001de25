package io.scapa.detection.watermark.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.detection.watermark.Counting;
import io.scapa.detection.watermark.Goldens;
import io.scapa.detection.watermark.LibraryFigures;
import io.scapa.detection.watermark.PreparedWatermark;
import io.scapa.detection.watermark.Profiles;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VllmGumbelGoldenTest {
    @Test
    void wordsScoresAndTailsAreTheLibrarys() {
        for (JsonNode one : Goldens.cases("vllm-gumbel-detect.json")) {
            if (one.has("u32")) {
                words(one);
            } else {
                detection(one);
            }
        }
    }

    private static void words(JsonNode one) {
        int[] context = Goldens.ints(one.get("context"));
        PhiloxContext philox = new PhiloxContext(Goldens.bits(one.get("key")));
        philox.enter(context, 0, context.length);
        for (int i = 0; i < one.get("token_ids").size(); i++) {
            int token = one.get("token_ids").get(i).asInt();
            assertThat(philox.word(token) & 0xFFFFFFFFL)
                    .as(one.toString())
                    .isEqualTo(one.get("u32").get(i).asLong());
            assertThat((double) philox.uniform(token))
                    .isEqualTo(one.get("uniform_float32").get(i).asDouble());
        }
    }

    private static void detection(JsonNode one) {
        JsonNode config = one.get("config");
        boolean dual = one.get("algorithm").asText().startsWith("dual");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("contextWidth", config.get("context_width").asInt());
        parameters.put("deduplicateContexts", config.get("deduplicate_contexts").asBoolean());
        if (dual) {
            parameters.put("alpha", config.get("alpha").asDouble());
            long key = Goldens.bits(config.get("key"));
            assertThat(VllmGumbel.derived("key_a", key)).isEqualTo(Goldens.bits(config.get("key_a")));
            assertThat(VllmGumbel.derived("key_b", key)).isEqualTo(Goldens.bits(config.get("key_b")));
        }
        PreparedWatermark prepared = Profiles.prepared(
                dual ? "vllm-dual-key-gumbel" : "vllm-gumbel", config.get("key").asText(), parameters);
        int[] ids = Goldens.ints(one.get("input_ids"));
        LibraryFigures got = prepared.library(ids);
        String label = Goldens.label(one);
        assertThat(got.scored())
                .as(label)
                .isEqualTo(one.get("num_scored_tokens").asInt());
        assertThat(got.statistic()).as(label).isCloseTo(one.get("score").asDouble(), within(1e-9));
        double p = one.get("p_value").asDouble();
        assertThat(got.others().get("pValue")).as(label).isCloseTo(p, within(1e-7 * p));
        assertThat(got.predicted())
                .as(label)
                .isEqualTo(one.get("is_watermarked").asBoolean());
        if (one.has("first_token_scores")) {
            double[] first = Goldens.doubles(one.get("first_token_scores"));
            double[] values = prepared.score(
                            ids, config.get("deduplicate_contexts").asBoolean() ? Counting.DISTINCT : Counting.ALL)
                    .values();
            for (int i = 0; i < first.length; i++) {
                assertThat(values[i]).as(label).isCloseTo(first[i], within(1e-9));
            }
        }
    }
}
