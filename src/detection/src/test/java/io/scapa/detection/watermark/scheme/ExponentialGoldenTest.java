package io.scapa.detection.watermark.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.detection.watermark.Counting;
import io.scapa.detection.watermark.Goldens;
import io.scapa.detection.watermark.LibraryFigures;
import io.scapa.detection.watermark.PreparedWatermark;
import io.scapa.detection.watermark.Profiles;
import io.scapa.detection.watermark.Scores;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every group of {@code exp-detect.json}. */
class ExponentialGoldenTest {
    @Test
    void reproducesEveryGroup() {
        for (JsonNode one : Goldens.cases("exp-detect.json")) {
            switch (one.get("group").asText()) {
                case "markllm-EXP" -> markLlm(one);
                case "three_bricks-openai" -> threeBricks(one, "three-bricks-openai");
                case "three_bricks-maryland" -> threeBricks(one, "three-bricks-maryland");
                case "textseal" -> textSeal(one);
                case "kuditipudi" -> kuditipudi(one);
                default -> fail("unknown group in " + Goldens.label(one));
            }
        }
    }

    private static void markLlm(JsonNode one) {
        JsonNode config = one.get("config");
        PreparedWatermark prepared = Profiles.prepared(
                "markllm-exp",
                config.get("hash_key").asText(),
                Map.of("prefixLength", config.get("prefix_length").asInt()));
        int[] ids = Goldens.ints(one.get("input_ids"));
        double[] first = Goldens.doubles(one.get("first_token_scores"));
        Scores scores = prepared.score(ids, Counting.ALL);
        for (int i = 0; i < first.length; i++) {
            assertThat(scores.values()[i]).as(Goldens.label(one)).isCloseTo(first[i], within(1e-9));
        }
        LibraryFigures got = prepared.library(ids);
        assertThat(got.scored()).isEqualTo(one.get("num_scored").asInt());
        assertThat(got.statistic())
                .as(Goldens.label(one))
                .isCloseTo(one.get("total_score").asDouble(), within(1e-9));
        pValue(one, got, one.get("p_value").asDouble());
        assertThat(got.predicted()).isEqualTo(one.get("prediction_p<1e-4").asBoolean());
    }

    private static void threeBricks(JsonNode one, String scheme) {
        JsonNode config = one.get("config");
        int[] ids = Goldens.ints(one.get("input_ids"));
        int ngram = config.get("ngram").asInt();
        int first = one.get("first_position_scored").asInt();
        long seed = new ThreeBricks.Rule(ngram, config.get("seed").asLong()).seed(ids, first);
        assertThat(seed).as(Goldens.label(one)).isEqualTo(Goldens.bits(one.get("example_seed")));
        one.get("results").fields().forEachRemaining(entry -> {
            PreparedWatermark prepared = Profiles.prepared(
                    scheme,
                    config.get("seed").asText(),
                    Map.of("ngram", ngram, "gamma", config.get("gamma").asDouble(), "deduplicate", entry.getKey()));
            LibraryFigures got = prepared.library(ids);
            JsonNode expected = entry.getValue();
            assertThat(got.scored())
                    .as(Goldens.label(one))
                    .isEqualTo(expected.get("num_scored").asInt());
            // The library's logarithm is an approximation in single precision: its sum may be an ulp away, and p with
            // it.
            double sum = expected.get("score_as_library_float32sum").asDouble();
            double p = expected.get("p_value").asDouble();
            // The library's binomial tail is evaluated in single precision: its last two or three bits are noise.
            double tolerance = scheme.endsWith("maryland") ? 2e-6 * p : 1e-7 * p;
            double ulps = 2 * Math.ulp((float) sum);
            assertThat(got.statistic()).as(Goldens.label(one)).isCloseTo(sum, within(ulps));
            assertThat(got.others().get("pValue"))
                    .as(Goldens.label(one))
                    .isCloseTo(p, within(tolerance + p * 2 * ulps));
            double tail = prepared.score(ids, Counting.ALL).model().pValue(sum, got.scored());
            assertThat(tail).as(Goldens.label(one)).isCloseTo(p, within(tolerance));
        });
        assertThat(Profiles.prepared(scheme, "1", Map.of("ngram", ngram))
                        .score(ids, Counting.ALL)
                        .positions()[0])
                .isEqualTo(first);
    }

    private static void textSeal(JsonNode one) {
        JsonNode config = one.get("config");
        int[] ids = Goldens.ints(one.get("input_ids"));
        boolean binary = config.get("method").asText().equals("binary");
        PreparedWatermark prepared = Profiles.prepared(
                "textseal",
                config.get("secret_key").asText(),
                Map.of(
                        "method", config.get("method").asText(),
                        "ngram", config.get("ngram").asInt(),
                        "gamma", config.get("gamma").asDouble()));
        Scores all = prepared.score(ids, Counting.ALL);
        assertThat(all.positions()[0])
                .isEqualTo(one.get("first_position_scored").asInt());
        assertThat(all.scored()).isEqualTo(one.get("num_scored").asInt());
        double[] uniforms = Goldens.doubles(one.get("prf_uniform_first8"));
        TextSeal.Settings settings = new TextSeal.Settings(
                "uniform",
                config.get("ngram").asInt(),
                0.5,
                2,
                config.get("secret_key").asLong());
        for (int i = 0; i < uniforms.length; i++) {
            int position = all.positions()[i];
            assertThat((double) settings.uniform(ids, position, ids[position]))
                    .as(Goldens.label(one))
                    .isEqualTo(uniforms[i]);
        }
        LibraryFigures got = prepared.library(ids);
        assertThat(got.scored()).isEqualTo(one.get("num_scored_v2").asInt());
        if (binary) {
            assertThat(all.sum()).isEqualTo(one.get("num_green").asDouble());
            assertThat(got.statistic()).isEqualTo(one.get("num_green_v2").asDouble());
        }
        textSealTail(one, all, binary);
    }

    private static void textSealTail(JsonNode one, Scores all, boolean binary) {
        double expected = one.get(binary ? "p_value_betainc" : "p_value_gamma").asDouble();
        if (!binary) {
            assertThat(all.sum())
                    .as(Goldens.label(one))
                    .isCloseTo(one.get("score").asDouble(), within(1e-9));
        }
        double p = all.model().pValue(all.sum(), all.scored());
        assertThat(p).as(Goldens.label(one)).isCloseTo(expected, within(1e-7 * expected));
    }

    private static void kuditipudi(JsonNode one) {
        JsonNode config = one.get("config");
        int n = config.get("n").asInt();
        int vocabulary = config.get("vocab_size").asInt();
        long key = config.get("key").asLong();
        int[] ids = Goldens.ints(one.get("input_ids"));
        Kuditipudi.Exponential exponential = Kuditipudi.exponential(key, n, vocabulary, ids);
        close(one, exponential.score(ids.length), "exp_score_phi");
        close(one, exponential.edit(ids.length, 0), "exp_edit_phi_gamma0");
        close(one, exponential.edit(ids.length, 1), "exp_edit_phi_gamma1");
        if (one.has("its_input_ids")) {
            int[] marked = Goldens.ints(one.get("its_input_ids"));
            Kuditipudi.InverseTransform inverse = Kuditipudi.inverseTransform(key, n, vocabulary, marked);
            close(one, inverse.score(marked.length), "its_score_phi");
            close(one, inverse.edit(marked.length, 1), "its_edit_phi_gamma1");
        }
    }

    private static void close(JsonNode one, double got, String field) {
        double expected = one.get(field).asDouble();
        assertThat(got).as(Goldens.label(one) + field).isCloseTo(expected, within(Math.abs(expected) * 1e-3));
    }

    private static void pValue(JsonNode one, LibraryFigures got, double expected) {
        assertThat(got.others().get("pValue"))
                .as(Goldens.label(one))
                .isCloseTo(expected, within(Math.max(1e-9, 1e-7 * expected)));
    }
}
