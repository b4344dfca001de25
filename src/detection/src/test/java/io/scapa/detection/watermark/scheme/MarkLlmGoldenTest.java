package io.scapa.detection.watermark.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.detection.watermark.Counting;
import io.scapa.detection.watermark.Goldens;
import io.scapa.detection.watermark.LibraryFigures;
import io.scapa.detection.watermark.PreparedWatermark;
import io.scapa.detection.watermark.Profiles;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkLlmGoldenTest {
    @Test
    void greenListsAndCountsAreTheLibrarys() {
        for (JsonNode one : Goldens.cases("markllm-kgw-detect.json")) {
            JsonNode config = one.get("config");
            PreparedWatermark prepared = Profiles.prepared(
                    "markllm-kgw",
                    config.get("hash_key").asText(),
                    Map.of(
                            "fScheme", config.get("f_scheme").asText(),
                            "windowScheme", config.get("window_scheme").asText(),
                            "prefixLength", config.get("prefix_length").asInt(),
                            "gamma", config.get("gamma").asDouble()));
            int[] ids = Goldens.ints(one.get("input_ids"));
            LibraryFigures got = prepared.library(ids);
            assertThat(got.scored())
                    .as(Goldens.label(one))
                    .isEqualTo(one.get("num_tokens_scored").asInt());
            assertThat(got.statistic())
                    .as(Goldens.label(one))
                    .isEqualTo(one.get("num_green_tokens").asDouble());
            assertThat(got.z()).isCloseTo(one.get("z_score").asDouble(), within(1e-9));
            StringBuilder flags = new StringBuilder("1".repeat(0));
            for (double value : prepared.score(ids, Counting.ALL).values()) {
                flags.append(value > 0 ? '1' : '0');
            }
            assertThat(flags.toString())
                    .as(Goldens.label(one))
                    .isEqualTo(one.get("green_flags").asText());
        }
    }
}
