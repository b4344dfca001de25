package io.scapa.detection.watermark.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.detection.watermark.Goldens;
import io.scapa.detection.watermark.Profiles;
import io.scapa.detection.watermark.WatermarkDetector;
import io.scapa.detection.watermark.WatermarkOptions;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SynthIdGoldenTest {
    private static final int EOS = 50256;

    @Test
    void valuesMasksAndScoresAreTheLibrarys() {
        JsonNode bayesian = Goldens.file("synthid-detect.json").get("bayesian_params");
        for (JsonNode one : Goldens.cases("synthid-detect.json")) {
            check(one, one.get("config"), one.get("result"), bayesian);
        }
    }

    private static void check(JsonNode one, JsonNode config, JsonNode expected, JsonNode bayesian) {
        String label = Goldens.label(one);
        SynthId.Prepared prepared = prepared(config);
        int[] ids = Goldens.ints(one.get("input_ids"));
        if (config.has("hash_iv")) {
            assertThat(prepared.settings().hash().start()).isEqualTo(Goldens.bits(config.get("hash_iv")));
        }
        byte[][] values = prepared.gValues(ids);
        int depth = expected.get("depth").asInt();
        assertThat(values).as(label).hasDimensions(expected.get("num_ngrams").asInt(), depth);
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        for (byte[] row : values) {
            rows.writeBytes(row);
        }
        assertThat(Goldens.sha256(rows.toByteArray()))
                .as(label)
                .isEqualTo(expected.get("g_values_sha256_int8_rowmajor").asText());
        SynthIdMask mask = prepared.mask(ids);
        assertThat(text(mask.fresh()))
                .as(label)
                .isEqualTo(expected.get("context_repetition_mask").asText());
        assertThat(text(mask.beforeEnd()))
                .as(label)
                .isEqualTo(expected.get("eos_mask").asText());
        SynthIdScores scores = SynthIdScores.of(values, mask.counted(), depth);
        assertThat(scores.counted()).isEqualTo(expected.get("num_unmasked").asInt());
        scores(label, scores, expected);
        if (expected.has("bayesian_posterior_float64")) {
            double posterior =
                    parameters(bayesian.get(String.valueOf(depth)), depth).posterior(values, mask.counted());
            assertThat(posterior)
                    .as(label)
                    .isCloseTo(expected.get("bayesian_posterior_float64").asDouble(), within(1e-6));
        }
    }

    private static void scores(String label, SynthIdScores scores, JsonNode expected) {
        assertThat(scores.mean()).as(label).isCloseTo(expected.get("mean_score").asDouble(), within(1e-5));
        assertThat(scores.weightedMean())
                .as(label)
                .isCloseTo(expected.get("weighted_mean_score").asDouble(), within(1e-5));
        assertThat(scores.mean()).isCloseTo(expected.get("mean_score_float64").asDouble(), within(1e-12));
        assertThat(scores.weightedMean())
                .isCloseTo(expected.get("weighted_mean_score_float64").asDouble(), within(1e-12));
    }

    private static SynthIdBayesian parameters(JsonNode node, int depth) {
        double[][] delta = new double[depth][depth];
        for (int i = 0; i < depth * depth; i++) {
            delta[i / depth][i % depth] = node.get("delta_rowmajor").get(i).asDouble();
        }
        return new SynthIdBayesian(node.get("prior").asDouble(), Goldens.doubles(node.get("beta")), delta);
    }

    private static SynthId.Prepared prepared(JsonNode config) {
        boolean table = config.get("implementation").asText().equals("transformers");
        List<String> keys = new ArrayList<>();
        config.get("keys").forEach(key -> keys.add(key.asText()));
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("ngramLength", config.get("ngram_len").asInt());
        parameters.put("contextHistorySize", config.get("context_history_size").asInt());
        parameters.put("eos", EOS);
        if (table) {
            parameters.put(
                    "samplingTableSize", config.get("sampling_table_size").asInt());
            parameters.put(
                    "samplingTableSeed", config.get("sampling_table_seed").asLong());
        }
        String scheme = table ? "synthid-transformers" : "synthid-deepmind";
        return (SynthId.Prepared) new WatermarkDetector(
                        Profiles.of(scheme, String.join(",", keys), parameters), WatermarkOptions.STANDARD)
                .prepared();
    }

    private static String text(boolean[] mask) {
        StringBuilder text = new StringBuilder();
        for (boolean one : mask) {
            text.append(one ? '1' : '0');
        }
        return text.toString();
    }
}
