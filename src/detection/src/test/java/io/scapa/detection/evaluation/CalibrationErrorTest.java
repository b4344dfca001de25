package io.scapa.detection.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class CalibrationErrorTest {
    @Test
    void probabilitiesThatAreFrequenciesHaveNoError() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(2);
        double[] stated = random.doubles(50_000).toArray();
        boolean[] labels = new boolean[stated.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = random.nextDouble() < stated[i];
        }
        assertThat(CalibrationError.expected(stated, labels)).isLessThan(0.01);
    }

    @Test
    void alwaysSayingThreeQuartersIsWrongByAQuarterWhateverTheMix() {
        double[] stated = new double[100];
        boolean[] labels = new boolean[100];
        java.util.Arrays.fill(stated, 0.75);
        java.util.Arrays.fill(labels, 0, 10, true);
        assertThat(CalibrationError.expected(stated, labels)).isCloseTo(0.25, within(1e-9));
    }
}
