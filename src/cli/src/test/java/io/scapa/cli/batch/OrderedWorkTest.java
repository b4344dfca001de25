package io.scapa.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedWorkTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void givesResultsInTheOrderOfTheItems(int threads) throws Exception {
        List<Integer> results = new ArrayList<>();

        OrderedWork.run(IntStream.range(0, 1000).iterator(), OrderedWorkTest::busy, threads, results::add);

        assertThat(results)
                .containsExactlyElementsOf(
                        IntStream.range(0, 1000).map(i -> 2 * i).boxed().toList());
    }

    @Test
    void readsNoFurtherAheadThanItsWindow() throws Exception {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        List<Integer> ahead = new ArrayList<>();
        Iterator<Integer> items = IntStream.range(0, 500)
                .map(i -> {
                    ahead.add(read.incrementAndGet() - taken.get());
                    return i;
                })
                .iterator();

        OrderedWork.run(items, OrderedWorkTest::busy, 2, result -> taken.incrementAndGet());

        // A stream's iterator itself holds one item more.
        assertThat(ahead).hasSize(500).allMatch(count -> count <= 2 * 4 + 1);
    }

    @Test
    void whatTheWorkThrowsComesOut() {
        assertThatThrownBy(() -> OrderedWork.run(List.of(1, 0).iterator(), i -> 1 / i, 2, result -> {}))
                .isInstanceOf(ArithmeticException.class);
    }

    private static int busy(int i) {
        long x = i;
        for (int k = 0; k < (i * 7919) % 5000; k++) {
            x = x * 6364136223846793005L + 1;
        }
        return x == Long.MIN_VALUE ? -1 : 2 * i;
    }
}
