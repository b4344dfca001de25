package io.scapa.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NewcombeTest {
    @Test
    void reproducesThePublishedExamples() {
        // Newcombe 1998, table II, method 10: 56/70 - 48/80, 9/10 - 3/10, 10/10 - 0/20.
        check(Newcombe.difference(56, 70, 48, 80, 0.95), 0.0524, 0.3339);
        check(Newcombe.difference(9, 10, 3, 10, 0.95), 0.1705, 0.8090);
        check(Newcombe.difference(10, 10, 0, 20, 0.95), 0.6791, 1);
        // Wilson 1927 for 81 of 263, Newcombe's example of a single proportion.
        check(Newcombe.wilson(81, 263, 0.95), 0.2553, 0.3662);
    }

    @Test
    void aDifferenceTurnedRoundChangesItsSign() {
        Limits there = Newcombe.difference(7, 40, 30, 90, 0.9);
        Limits back = Newcombe.difference(30, 90, 7, 40, 0.9);
        check(back, -there.upper(), -there.lower());
    }

    @Test
    void pairedIntervalsCoverTheTruth() {
        SplittableRandom random = new SplittableRandom(5);
        int covered = 0;
        int rounds = 4000;
        for (int round = 0; round < rounds; round++) {
            long[] cells = new long[4];
            for (int i = 0; i < 150; i++) {
                double draw = random.nextDouble();
                cells[draw < 0.6 ? 0 : draw < 0.68 ? 1 : draw < 0.70 ? 2 : 3]++;
            }
            covered += Newcombe.paired(cells[0], cells[1], cells[2], cells[3], 0.95)
                            .contains(0.06)
                    ? 1
                    : 0;
        }
        assertThat((double) covered / rounds).isBetween(0.94, 0.985);
    }

    @Test
    void pairsThatAgreeNarrowTheInterval() {
        Limits paired = Newcombe.paired(80, 5, 3, 12, 0.95);
        Limits independent = Newcombe.difference(85, 100, 83, 100, 0.95);
        assertThat(paired.upper() - paired.lower()).isLessThan(0.7 * (independent.upper() - independent.lower()));
        assertThat(paired.contains(0.02)).isTrue();
    }

    private static void check(Limits limits, double lower, double upper) {
        assertThat(limits.lower()).isCloseTo(lower, within(6e-5));
        assertThat(limits.upper()).isCloseTo(upper, within(6e-5));
    }
}
