package io.scapa.detection.watermark.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.detection.watermark.Goldens;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TorchRandomGoldenTest {
    @Test
    void equalsTorchOnTheCpuBitForBit() {
        Goldens.cases("torch-randperm.json").forEach(TorchRandomGoldenTest::check);
    }

    private static void check(JsonNode one) {
        TorchRandom random = new TorchRandom(Goldens.bits(one.get("seed")));
        int n = one.path("n").asInt();
        switch (one.get("op").asText()) {
            case "randperm" -> permutation(one, random.permutation(n));
            case "rand_float32" -> floats(one, random, n);
            case "rand_float64" -> doubles(one, random, n);
            case "randint" -> integers(one, random, n);
            case "sequence" -> sequence(one.get("values"), random);
            default -> fail("unknown op in " + one);
        }
    }

    private static void permutation(JsonNode one, int[] order) {
        int[] first = Goldens.ints(one.get("first"));
        assertThat(Arrays.copyOf(order, first.length)).isEqualTo(first);
        assertThat(Goldens.sha256OfLongs(order))
                .isEqualTo(one.get("sha256_int64le").asText());
    }

    private static void floats(JsonNode one, TorchRandom random, int n) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * n).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < n; i++) {
            bytes.putFloat(random.nextFloat());
        }
        assertThat(Goldens.sha256(bytes.array()))
                .isEqualTo(one.get("sha256_float32le").asText());
    }

    private static void doubles(JsonNode one, TorchRandom random, int n) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * n).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < n; i++) {
            bytes.putDouble(random.nextDouble());
        }
        assertThat(Goldens.sha256(bytes.array()))
                .isEqualTo(one.get("sha256_float64le").asText());
    }

    private static void integers(JsonNode one, TorchRandom random, int n) {
        long[] values = new long[n];
        for (int i = 0; i < n; i++) {
            values[i] = random.nextBetween(Goldens.bits(one.get("low")), Goldens.bits(one.get("high")));
        }
        assertThat(Goldens.sha256OfLongs(values))
                .isEqualTo(one.get("sha256_int64le").asText());
    }

    /** randperm(7), rand(3), randperm(5), randint(0, 10, (4,)) from one generator, as the file's note says. */
    private static void sequence(JsonNode values, TorchRandom random) {
        assertThat(random.permutation(values.get(0).size())).isEqualTo(Goldens.ints(values.get(0)));
        for (JsonNode expected : values.get(1)) {
            assertThat((double) random.nextFloat()).isEqualTo(expected.asDouble());
        }
        assertThat(random.permutation(values.get(2).size())).isEqualTo(Goldens.ints(values.get(2)));
        for (JsonNode expected : values.get(3)) {
            assertThat(random.nextBetween(0, 10)).isEqualTo(expected.asLong());
        }
    }
}
