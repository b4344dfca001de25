package io.scapa.curation.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import io.scapa.statistics.SeededStreams;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairSpillTest {
    /** From everything in memory to dozens of runs in a file. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 64, 1000, 1 << 20})
    void givesEachPairOnceAscendingAsASetInMemoryDoes(int capacity) throws IOException {
        RandomGenerator random = new SeededStreams(4).stream("pairs", capacity);
        TreeSet<Long> expected = new TreeSet<>();
        try (PairSpill spill = new PairSpill(capacity)) {
            for (int i = 0; i < 20_000; i++) {
                long pair = (long) random.nextInt(200) << 32 | random.nextInt(100);
                expected.add(pair);
                spill.add(pair);
            }
            for (int time = 0; time < 2; time++) {
                List<Long> read = new ArrayList<>();
                spill.read(read::add);
                assertThat(read).containsExactlyElementsOf(expected);
            }
        }
    }

    @Test
    void nothingAddedNothingRead() throws IOException {
        try (PairSpill spill = new PairSpill(8)) {
            spill.read(pair -> {
                throw new AssertionError("there is no pair " + pair);
            });
        }
    }
}
