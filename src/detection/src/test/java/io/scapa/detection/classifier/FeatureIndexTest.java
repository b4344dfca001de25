package io.scapa.detection.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.detection.features.Hashing;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The packed table against a hash map. */
class FeatureIndexTest {
    private final SplittableRandom random = new SplittableRandom(31);

    @Test
    void findsWhatAMapFinds() {
        for (int size : new int[] {0, 1, 2, 3, 50, 5_000, 160_000}) {
            for (int blocks : new int[] {1, 2, 5}) {
                int limit = blocks * Hashing.BUCKETS;
                check(random.ints(size, 0, limit).distinct().toArray(), limit);
            }
        }
    }

    @Test
    void crowdedBucketsAreFoundToo() {
        int step = 1 << 14;
        check(IntStream.range(0, 900).map(i -> i * step).toArray(), Hashing.BUCKETS);
        check(IntStream.range(0, 60_000).toArray(), Hashing.BUCKETS);
        check(IntStream.range(0, 60_000).map(i -> Hashing.BUCKETS - 1 - i).toArray(), Hashing.BUCKETS);
    }

    /** Buckets whose low bits agree all want the same cell, whatever the number of cells. */
    @Test
    void bucketsOfOneCellMakeTheTableGrow() {
        int[] buckets = IntStream.range(0, 300)
                .map(i -> i << 15 | 5 - i * 0x9e3779b1 * 8 & (1 << 15) - 1)
                .distinct()
                .toArray();
        check(buckets, Hashing.BUCKETS);
    }

    private void check(int[] buckets, int limit) {
        FeatureIndex index = FeatureIndex.of(buckets, limit);
        assertThat(index.size()).isEqualTo(buckets.length);
        assertThat(Arrays.stream(index.positions()).sorted().toArray())
                .isEqualTo(IntStream.range(0, buckets.length).toArray());
        Map<Integer, Integer> map = new HashMap<>();
        for (int number = 0; number < buckets.length; number++) {
            map.put(buckets[index.positions()[number]], number);
        }
        int[] queries = IntStream.concat(
                        IntStream.concat(Arrays.stream(buckets), random.ints(20_000, 0, limit)),
                        Arrays.stream(buckets).map(b -> Math.floorMod(b + (1 << random.nextInt(25)), limit)))
                .toArray();
        int[] found = new int[queries.length];
        index.find(queries, queries.length, found, new int[queries.length]);
        for (int q = 0; q < queries.length; q++) {
            int expected = map.getOrDefault(queries[q], -1);
            if (found[q] != expected || index.find(queries[q]) != expected) {
                assertThat(new int[] {found[q], index.find(queries[q])})
                        .as("bucket %d among %d", queries[q], buckets.length)
                        .containsOnly(expected);
            }
        }
    }
}
