package io.scapa.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class MultipleTestsTest {
    @Test
    void bonferroniMultipliesAndStopsAtOne() {
        assertThat(MultipleTests.bonferroni(0.001, 20)).isEqualTo(0.02);
        assertThat(MultipleTests.bonferroni(0.2, 20)).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> MultipleTests.bonferroni(0.1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultipleTests.bonferroni(1.1, 1))
                .withMessageContaining("1.1");
    }

    @Test
    void benjaminiHochbergRejectsWhatTheStepUpRuleRejects() {
        RandomGenerator random = new SeededStreams(3).stream("bh", 0);
        for (int round = 0; round < 50; round++) {
            double[] p =
                    random.doubles(1 + random.nextInt(30)).map(u -> u * u * u).toArray();
            double[] adjusted = MultipleTests.benjaminiHochberg(p);
            for (double q : new double[] {0.01, 0.05, 0.2}) {
                double threshold = stepUpThreshold(p, q);
                for (int i = 0; i < p.length; i++) {
                    assertThat(adjusted[i] <= q + 1e-15).isEqualTo(p[i] <= threshold);
                }
            }
        }
        assertThat(MultipleTests.benjaminiHochberg(0.01, 0.04, 0.03))
                .containsExactly(new double[] {0.03, 0.04, 0.04}, within(1e-15));
        assertThat(MultipleTests.benjaminiHochberg()).isEmpty();
    }

    /** The largest p(i) with p(i) <= i q / m, or below every p where there is none. */
    private static double stepUpThreshold(double[] p, double q) {
        double[] rising = p.clone();
        Arrays.sort(rising);
        double threshold = -1;
        for (int i = 0; i < rising.length; i++) {
            threshold = rising[i] <= (i + 1) * q / p.length ? rising[i] : threshold;
        }
        return threshold;
    }
}
