package io.scapa.detection.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WinMaxTest {
    @Test
    void theCalibratedPValueIsUniformOnUnmarkedTextAndSmallOnAMarkedPassage() {
        SplittableRandom random = new SplittableRandom(3);
        int below = 0;
        for (int text = 0; text < 100; text++) {
            double[] green = random.doubles(120).map(u -> u < 0.25 ? 1 : 0).toArray();
            below += WinMax.calibratedPValue(green, 0.25, 99, text) <= 0.1 ? 1 : 0;
        }
        assertThat(below).isBetween(2, 22);
        double[] passage = random.doubles(300).map(u -> u < 0.25 ? 1 : 0).toArray();
        for (int i = 100; i < 150; i++) {
            passage[i] = i % 5 == 0 ? 0 : 1;
        }
        assertThat(WinMax.calibratedPValue(passage, 0.25, 999, 1)).isLessThanOrEqualTo(0.002);
        assertThat(WinMax.best(passage, 0.25, WinMax.LEAST_WINDOW, 300).from()).isBetween(90, 115);
        assertThat(WinMax.calibratedPValue(new double[10], 0.25, 9, 1)).isEqualTo(1);
    }
}
