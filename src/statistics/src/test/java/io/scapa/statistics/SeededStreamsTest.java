package io.scapa.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SeededStreamsTest {
    @Test
    void theSameKeyGivesTheSameStreamWhateverWasAskedBefore() {
        SeededStreams streams = new SeededStreams(7);
        long first = streams.stream("noise", 3).nextLong();
        streams.stream("other", 3).nextLong();
        assertThat(streams.stream("noise", 3).nextLong()).isEqualTo(first);
        assertThat(new SeededStreams(7).stream("noise", 3).nextLong()).isEqualTo(first);
    }

    @Test
    void seedNameAndIndexEachMakeAnotherStream() {
        Set<Long> firsts = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            firsts.add(new SeededStreams(7).stream("noise", i).nextLong());
            firsts.add(new SeededStreams(7).stream("chain", i).nextLong());
            firsts.add(new SeededStreams(8).stream("noise", i).nextLong());
            firsts.add(
                    new SeededStreams(7).within("noise", i).stream("noise", i).nextLong());
        }
        assertThat(firsts).hasSize(4000);
    }

    /** Artefacts of earlier releases must stay reproducible: a JDK that changed the generator would show here. */
    @Test
    void theNumbersThemselvesAreFixed() {
        RandomGenerator stream = new SeededStreams(42).stream("fixed", 0);
        assertThat(stream.nextLong()).isEqualTo(-8094747163205209269L);
        assertThat(stream.nextDouble()).isEqualTo(0.6159084347524638);
        assertThat(stream.nextInt(1000)).isEqualTo(378);
        assertThat(stream.nextGaussian()).isEqualTo(-0.26965642454266353);
    }

    @Test
    void meansOverStreamsAreThoseOfIndependentUniforms() {
        SeededStreams mean = new SeededStreams(9);
        double sum = 0;
        int streams = 20_000;
        for (int i = 0; i < streams; i++) {
            sum += mean.stream("mean", i).nextDouble();
        }
        assertThat(sum / streams).isCloseTo(0.5, within(5 * Math.sqrt(1.0 / 12 / streams)));
    }
}
