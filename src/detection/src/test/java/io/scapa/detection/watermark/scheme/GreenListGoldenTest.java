package io.scapa.detection.watermark.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.detection.watermark.Device;
import io.scapa.detection.watermark.Goldens;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The lists of transformers' processor: seed, order and membership. */
class GreenListGoldenTest {
    @Test
    void equalsTheLibrarysLists() {
        for (JsonNode one : Goldens.cases("hf-greenlist.json")) {
            int[] ids = Goldens.ints(one.get("input_ids"));
            long key = one.get("hashing_key").asLong();
            int width = one.get("context_width").asInt();
            long seed = one.get("scheme").asText().equals("selfhash")
                    ? TransformersKgw.SelfHash.of(key, width, Device.CPU).seed(ids, ids.length - 1)
                    : new TransformersKgw.LeftHash(key, width).seed(Arrays.copyOf(ids, ids.length + 1), ids.length);
            assertThat(seed).as(one.toString()).isEqualTo(Goldens.bits(one.get("rng_seed")));
            int size = one.get("greenlist_size").asInt();
            int vocabulary = one.get("vocab_size").asInt();
            assertThat(size)
                    .isEqualTo((int) (vocabulary * one.get("greenlist_ratio").asDouble()));
            check(one, GreenList.of(Device.CPU, vocabulary, size, false), seed, ids[ids.length - 1]);
        }
    }

    private static void check(JsonNode one, GreenList list, long seed, int last) {
        int[] green = list.list(seed);
        int[] first = Goldens.ints(one.get("first16_perm_order"));
        assertThat(Arrays.copyOf(green, first.length)).isEqualTo(first);
        Arrays.sort(green);
        assertThat(Goldens.sha256OfLongs(green))
                .isEqualTo(one.get("sha256_sorted_int64le").asText());
        GreenList.Reader reader = list.reader();
        assertThat(reader.contains(seed, last))
                .isEqualTo(one.get("last_token_is_green").asBoolean());
        assertThat(Arrays.stream(green).limit(50).allMatch(token -> reader.contains(seed, token)))
                .isTrue();
    }
}
