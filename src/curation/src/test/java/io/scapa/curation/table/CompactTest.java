package io.scapa.curation.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scapa.provenance.PoolProbabilities;
import io.scapa.statistics.SeededStreams;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CompactTest {
    @Test
    void anArenaGivesBackWhatWasPutIn() {
        Arena arena = new Arena();
        List<String> texts = new ArrayList<>();
        RandomGenerator random = new SeededStreams(1).stream("arena", 0);
        for (int i = 0; i < 20_000; i++) {
            texts.add("ïd-" + i + "x".repeat(i % 1000 == 0 ? random.nextInt(900_000) : random.nextInt(60)));
            arena.add(texts.getLast().getBytes(StandardCharsets.UTF_8));
        }
        for (int i = 0; i < texts.size(); i++) {
            assertThat(arena.text(i)).isEqualTo(texts.get(i));
        }
        assertThat(Integer.signum(arena.compare(3, 4)))
                .isEqualTo(Integer.signum(Arrays.compareUnsigned(arena.bytes(3), arena.bytes(4))));
        assertThatThrownBy(() -> arena.add(new byte[1 << 20])).hasMessageContaining("too long");
    }

    @Test
    void sortsIndicesStably() {
        RandomGenerator random = new SeededStreams(2).stream("sort", 0);
        for (int size : new int[] {0, 1, 2, 13, 1000}) {
            int[] keys = random.ints(size, 0, 50).toArray();
            int[] indices = new int[size];
            Arrays.setAll(indices, i -> i);
            Integer[] expected = Arrays.stream(indices).boxed().toArray(Integer[]::new);
            Arrays.sort(expected, (a, b) -> Integer.compare(keys[a], keys[b]));

            IndexSort.sort(indices, (a, b) -> Integer.compare(keys[a], keys[b]));

            assertThat(Arrays.stream(indices).boxed()).containsExactly(expected);
        }
    }

    @Test
    void millionthsSumToOneMillionWhateverTheProbabilities() {
        RandomGenerator random = new SeededStreams(3).stream("pools", 0);
        for (int i = 0; i < 10_000; i++) {
            double[] w = random.doubles(4).toArray();
            double sum = Arrays.stream(w).sum();
            int[] parts = Millionths.of(new PoolProbabilities(w[0] / sum, w[1] / sum, w[2] / sum, w[3] / sum));
            assertThat(Arrays.stream(parts).sum()).isEqualTo(Millionths.ONE);
            assertThat(Math.abs(Millionths.toProbability(parts[2]) - w[2] / sum))
                    .isLessThan(1.000001e-6);
        }
        assertThat(Millionths.of(new PoolProbabilities(1 / 3.0, 1 / 3.0, 1 / 3.0, 0)))
                .containsExactly(333_334, 333_333, 333_333, 0);
    }

    @Test
    void theDrawKeyIsWhatTheManifestPromises() throws Exception {
        byte[] key = {1, 2, 3};
        java.security.MessageDigest sha = java.security.MessageDigest.getInstance("SHA-256");
        sha.update(key);
        byte[] hash = sha.digest("doc-1".getBytes(StandardCharsets.UTF_8));

        assertThat(new DrawKey(key).of("doc-1"))
                .isEqualTo(java.nio.ByteBuffer.wrap(hash).getLong());
        assertThat(DrawKey.ofPass(42, 0)).isEqualTo(42);
        assertThat(DrawKey.ofPass(42, 1)).isNotEqualTo(DrawKey.ofPass(42, 2));
    }
}
