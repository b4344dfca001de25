package io.scapa.detection.watermark.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.detection.watermark.Goldens;
import io.scapa.detection.watermark.LibraryFigures;
import io.scapa.detection.watermark.Profiles;
import io.scapa.detection.watermark.WatermarkDetector;
import io.scapa.detection.watermark.WatermarkOptions;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnigramGoldenTest {
    @Test
    void masksCountsAndThresholdsAreTheLibrarys() {
        for (JsonNode one : Goldens.cases("unigram-detect.json")) {
            if (one.has("numpy_seed")) {
                mask(one);
            } else {
                detection(one);
            }
        }
    }

    private static void mask(JsonNode one) {
        long key = Goldens.bits(one.get("watermark_key"));
        assertThat(Unigram.seed(key)).isEqualTo(one.get("numpy_seed").asLong());
        boolean[] mask = Unigram.mask(
                key, one.get("fraction").asDouble(), one.get("vocab_size").asInt());
        int[] green = IntStream.range(0, mask.length).filter(i -> mask[i]).toArray();
        assertThat(green).hasSize(one.get("green_count").asInt());
        assertThat(Goldens.sha256OfLongs(green))
                .isEqualTo(one.get("sha256_green_ids_int64le").asText());
    }

    private static void detection(JsonNode one) {
        JsonNode config = one.get("config");
        LibraryFigures got = new WatermarkDetector(
                        Profiles.of(
                                "unigram",
                                config.get("watermark_key").asText(),
                                Map.of("fraction", config.get("fraction").asDouble()),
                                config.get("vocab_size").asInt()),
                        WatermarkOptions.STANDARD)
                .prepared()
                .library(Goldens.ints(one.get("input_ids")));
        String label = Goldens.label(one);
        assertThat(got.scored()).as(label).isEqualTo(one.get("num_tokens").asInt());
        assertThat(got.statistic()).as(label).isEqualTo(one.get("num_green").asDouble());
        assertThat(got.z()).as(label).isCloseTo(one.get("z_score").asDouble(), within(1e-9));
        assertThat(got.others().get("distinct")).isEqualTo(one.get("num_unique").asDouble());
        assertThat(got.others().get("distinctGreen"))
                .isEqualTo(one.get("num_green_unique").asDouble());
        assertThat(got.others().get("distinctZ"))
                .isCloseTo(one.get("z_score_unique").asDouble(), within(1e-9));
        one.get("dynamic_threshold").fields().forEachRemaining(entry -> {
            double threshold = got.others().get("threshold" + entry.getKey());
            assertThat(threshold)
                    .as(label)
                    .isCloseTo(entry.getValue().get("tau").asDouble(), within(1e-9));
            assertThat(got.others().get("distinctZ") > threshold)
                    .isEqualTo(entry.getValue().get("prediction").asBoolean());
        });
    }
}
