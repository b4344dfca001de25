package io.scapa.simulation.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class GreyPngTest {
    @Test
    void theLibrarysReaderFindsThePixelsAgain() throws IOException {
        double[] pixels = {0, 1, 0.5, -3, 7, 0.2};
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(GreyPng.encode(pixels, 3, 2)));
        int[] expected = {255, 0, 128, 255, 0, 204};
        for (int i = 0; i < pixels.length; i++) {
            assertThat(image.getRaster().getSample(i % 3, i / 3, 0)).isEqualTo(expected[i]);
        }
    }
}
