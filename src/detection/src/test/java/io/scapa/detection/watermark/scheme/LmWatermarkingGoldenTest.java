package io.scapa.detection.watermark.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.detection.watermark.Counting;
import io.scapa.detection.watermark.Device;
import io.scapa.detection.watermark.Goldens;
import io.scapa.detection.watermark.LibraryFigures;
import io.scapa.detection.watermark.PreparedWatermark;
import io.scapa.detection.watermark.Profiles;
import io.scapa.detection.watermark.Scores;
import io.scapa.detection.watermark.WinMax;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LmWatermarkingGoldenTest {
    @Test
    void everyHashSeedsAsTheLibraryDoes() {
        HashTable table = HashTable.seededBy(2971215073L, Device.CPU);
        List<JsonNode> cases = Goldens.cases("kgw-detect.json").stream()
                .filter(one -> one.has("prf_type"))
                .toList();
        assertThat(cases).isNotEmpty();
        for (JsonNode one : cases) {
            int[] x = Goldens.ints(one.get("input_ids"));
            long seed = KgwHash.of(one.get("prf_type").asText())
                    .seed(one.get("salt_key").asLong(), table, x, 0, x.length);
            assertThat(seed).as(one.toString()).isEqualTo(Goldens.bits(one.get("rng_seed")));
        }
    }

    @Test
    void detectsAsTheLibraryDoesWithRepeatsAndWithoutAndInWindows() {
        List<JsonNode> cases = Goldens.cases("kgw-detect.json").stream()
                .filter(one -> one.has("results"))
                .toList();
        assertThat(cases).isNotEmpty();
        Map<JsonNode, Map<Boolean, PreparedWatermark>> ready = new HashMap<>();
        for (JsonNode one : cases) {
            Map<Boolean, PreparedWatermark> prepared =
                    ready.computeIfAbsent(one.get("config"), LmWatermarkingGoldenTest::prepared);
            one.get("results").fields().forEachRemaining(entry -> {
                boolean distinct = entry.getKey().endsWith("true");
                check(one, entry.getValue(), prepared.get(distinct), distinct);
            });
        }
    }

    private static Map<Boolean, PreparedWatermark> prepared(JsonNode config) {
        Map<Boolean, PreparedWatermark> prepared = new HashMap<>();
        for (boolean distinct : new boolean[] {true, false}) {
            prepared.put(
                    distinct,
                    Profiles.prepared(
                            "lm-watermarking",
                            config.get("hash_key").asText(),
                            Map.of(
                                    "seedingScheme",
                                            config.get("seeding_scheme").asText(),
                                    "gamma", config.get("gamma").asDouble(),
                                    "selectGreenTokens",
                                            config.get("select_green_tokens").asBoolean(),
                                    "ignoreRepeatedNgrams", distinct,
                                    "bos", 50256)));
        }
        return prepared;
    }

    private static void check(JsonNode one, JsonNode expected, PreparedWatermark prepared, boolean distinct) {
        int[] ids = Goldens.ints(one.get("input_ids"));
        String label = Goldens.label(one);
        LibraryFigures got = prepared.library(ids);
        JsonNode full = expected.get("full");
        assertThat(got.scored())
                .as(label)
                .isEqualTo(full.get("num_tokens_scored").asInt());
        assertThat(got.statistic())
                .as(label)
                .isEqualTo(full.get("num_green_tokens").asDouble());
        assertThat(got.z()).as(label).isCloseTo(full.get("z_score").asDouble(), within(1e-9));
        assertThat(got.others().get("normalPValue"))
                .as(label)
                .isCloseTo(full.get("p_value").asDouble(), within(1e-9));
        assertThat(got.predicted()).as(label).isEqualTo(full.get("prediction").asBoolean());
        Scores all = prepared.score(ids, Counting.ALL);
        if (full.has("green_token_mask")) {
            assertThat(mask(all))
                    .as(label)
                    .isEqualTo(full.get("green_token_mask").asText());
        }
        Scores counted = distinct ? prepared.score(ids, Counting.DISTINCT_NGRAMS) : all;
        double gamma = one.get("config").get("gamma").asDouble();
        cumulative(label, full.path("z_score_at_T_every10"), all, counted, gamma);
        expected.path("windows")
                .fields()
                .forEachRemaining(entry ->
                        window(label + entry.getKey(), entry.getKey(), entry.getValue(), counted.values(), gamma));
    }

    /** The library gives one entry a position, repeats included: the z-score of what counted until there. */
    private static void cumulative(String label, JsonNode expected, Scores all, Scores counted, double gamma) {
        double[] z = WinMax.cumulativeZ(counted.values(), gamma);
        for (int i = 0; i < expected.size(); i++) {
            int position = all.positions()[10 * i];
            int until = (int) Arrays.stream(counted.positions())
                    .filter(p -> p <= position)
                    .count();
            assertThat(z[until - 1]).as(label).isCloseTo(expected.get(i).asDouble(), within(1e-4));
        }
    }

    private static void window(String label, String sizes, JsonNode expected, double[] values, double gamma) {
        WinMax.Window best = sizes.equals("max")
                ? WinMax.best(values, gamma, 1, values.length - 1)
                : WinMax.best(
                        values,
                        gamma,
                        Arrays.stream(sizes.split(","))
                                .mapToInt(Integer::parseInt)
                                .toArray());
        assertThat(best.size())
                .as(label)
                .isEqualTo(expected.get("num_tokens_scored").asInt());
        assertThat(best.z()).as(label).isCloseTo(expected.get("z_score").asDouble(), within(1e-4));
        assertThat(best.green() - expected.get("num_green_tokens").asDouble())
                .as(label)
                .isBetween(0.0, 1.0);
    }

    private static String mask(Scores scores) {
        StringBuilder mask = new StringBuilder();
        Arrays.stream(scores.values()).forEach(value -> mask.append(value > 0 ? '1' : '0'));
        return mask.toString();
    }
}
