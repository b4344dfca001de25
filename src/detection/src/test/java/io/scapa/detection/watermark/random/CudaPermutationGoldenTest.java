package io.scapa.detection.watermark.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.detection.watermark.Goldens;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Against the emulation of torch's CUDA generator: no vector of a real GPU exists yet. */
class CudaPermutationGoldenTest {
    @Test
    void equalsTheEmulationOfEveryGeometry() {
        for (JsonNode one : Goldens.cases("torch-randperm-cuda-emulated.json")) {
            if (one.get("op").asText().equals("philox_raw")) {
                philox(one);
            } else {
                permutation(one);
            }
        }
    }

    private static void permutation(JsonNode one) {
        int n = one.get("n").asInt();
        CudaPermutation cuda = new CudaPermutation(
                n,
                one.get("multiProcessorCount").asInt(),
                one.get("maxThreadsPerMultiProcessor").asInt(),
                !one.path("torch").asText().startsWith("<"));
        int[] order = cuda.permutation(Goldens.bits(one.get("seed")));
        int[] first = Goldens.ints(one.get("first"));
        assertThat(Arrays.copyOf(order, first.length)).as(one.toString()).isEqualTo(first);
        assertThat(Goldens.sha256OfLongs(order))
                .as(one.toString())
                .isEqualTo(one.get("sha256_int64le").asText());
    }

    private static void philox(JsonNode one) {
        long seed = Goldens.bits(one.get("seed"));
        int[] words = new int[4];
        if (one.has("u32")) {
            for (int i = 0; i < one.get("u32").size(); i++) {
                Philox.generate(0, 0, i, 0, (int) seed, (int) (seed >>> 32), words);
                assertThat(words[0] & 0xFFFFFFFFL)
                        .isEqualTo(one.get("u32").get(i).asLong());
            }
        } else {
            for (int i = 0; i < one.get("words").size(); i++) {
                int subsequence = one.get("subsequence").get(i).asInt();
                Philox.generate(
                        one.get("counter").get(i).asInt(), 0, subsequence, 0, (int) seed, (int) (seed >>> 32), words);
                assertThat(Arrays.stream(words)
                                .mapToLong(word -> word & 0xFFFFFFFFL)
                                .toArray())
                        .containsExactly(one.get("words")
                                .get(i)
                                .valueStream()
                                .mapToLong(JsonNode::asLong)
                                .toArray());
            }
        }
    }
}
