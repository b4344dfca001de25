package io.scapa.detection.watermark.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermutationPrefixTest {
    /** The slow, obvious twin builds the permutation. */
    @ParameterizedTest
    @CsvSource({"1,0", "1,1", "2,1", "5,2", "5,5", "7,6", "625,624", "1000,250", "1249,1248", "4099,2049", "50257,12564"
    })
    void followsEveryValueWhereTheShuffleTakesIt(int n, int k) {
        PermutationPrefix.Follower follower = new PermutationPrefix(n, k).follower();
        SplittableRandom seeds = new SplittableRandom(n * 31L + k);
        for (int trial = 0; trial < (n > 10_000 ? 2 : 8); trial++) {
            long seed = seeds.nextLong();
            boolean[] listed = new boolean[n];
            int[] order = new TorchRandom(seed).permutation(n);
            for (int i = 0; i < k; i++) {
                listed[order[i]] = true;
            }
            for (int value = 0; value < n; value += 1 + n / 3000) {
                assertThat(follower.contains(seed, value))
                        .as("n %d k %d seed %d value %d", n, k, seed, value)
                        .isEqualTo(listed[value]);
            }
        }
    }

    @Test
    void agreesOnALargeVocabularyWithHalfOfItListed() {
        int n = 256_000;
        PermutationPrefix.Follower follower = new PermutationPrefix(n, n / 2).follower();
        int[] order = new TorchRandom(12345).permutation(n);
        for (int i = 0; i < n; i += 997) {
            assertThat(follower.contains(12345, order[i])).isEqualTo(i < n / 2);
        }
    }

    @Test
    void refusesAValueOutsideThePermutation() {
        PermutationPrefix.Follower follower = new PermutationPrefix(10, 3).follower();
        assertThatThrownBy(() -> follower.contains(1, 10)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new PermutationPrefix(10, 11)).hasMessageContaining("got k 11 and n 10");
    }
}
