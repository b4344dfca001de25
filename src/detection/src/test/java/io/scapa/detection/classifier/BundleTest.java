package io.scapa.detection.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scapa.detection.calibration.ConformalHumans;
import io.scapa.detection.calibration.LengthThreshold;
import io.scapa.detection.features.BucketSet;
import io.scapa.detection.features.FeatureFamily;
import io.scapa.detection.features.WordClasses;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
    @TempDir
    Path folder;

    private static Classifier classifier() {
        LinearModel model = new LinearModel(
                FeatureFamily.named(
                        "words-2+classes-3", BucketSet.of(), WordClasses.of(new int[] {4, 9}, new int[] {0, 3})),
                new int[] {3, 500, 1 << 24},
                new float[] {1, 2, 0.5f},
                new float[][] {{1, -1, 0}, {0, 2, 3}},
                new float[] {0.5f, -0.5f},
                new int[] {1, 3});
        Stack stack = new Stack(
                new double[] {0, 1},
                new double[] {1, 2},
                List.of(
                        new Stack.Part(0.75, new int[] {0, 1}, new double[] {1, 0, 0.1, 0.2, 0.3, 0.4, -0.2}),
                        new Stack.Part(0.25, new int[] {1}, new double[] {2, 0.1, 0, 0, 0.1, 0, -1})),
                new SeenSources(
                        List.of(new int[] {0}, new int[] {0, 1}),
                        new BoostedTrees(
                                new int[] {0, 3},
                                new int[] {0, -1, -1, 2, -1, 1, -1, -1},
                                new float[] {0.5f, -1, 2, 0.1f, 3, -2, 0.25f, 4},
                                new int[] {2, 0, 0, 5, 0, 7, 0, 0})));
        return new Classifier(
                "test-1",
                List.of(model),
                stack,
                List.of(stack, stack),
                0.9,
                0.1,
                9,
                new LengthThreshold(new double[] {3, 5}, new double[] {2, 1}),
                new ConformalHumans(
                        new int[] {100}, new float[][] {{-1, 0, 2}, {-2, 1}}, new float[][] {{3, 2.25f, 0.5f}, {2, 1}}),
                "en");
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        Path file = folder.resolve("model.bundle");
        Bundle.write(classifier(), file);
        Classifier read = Bundle.read(file);
        assertThat(Bundle.toBytes(read)).isEqualTo(Files.readAllBytes(file));
        assertThat(read.release()).isEqualTo("test-1");
        assertThat(read.members()).isEqualTo(2);
        assertThat(read.stack().margin(new double[] {0.3, 1.2}, 120))
                .isEqualTo(classifier().stack().margin(new double[] {0.3, 1.2}, 120));
        assertThat(read.models().get(0).family().classes().of(9)).isEqualTo(3);
        assertThat(read.flag().at(50)).isEqualTo(classifier().flag().at(50));
    }

    @Test
    void aFlippedBitIsNoticed() {
        byte[] bytes = Bundle.toBytes(classifier());
        bytes[bytes.length - 5] ^= 1;
        assertThatThrownBy(() -> Bundle.read(new ByteArrayInputStream(bytes), "x.bundle"))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("x.bundle is damaged");
    }

    @Test
    void anotherVersionAnotherFileAndACutFileAreRefused() {
        byte[] bytes = Bundle.toBytes(classifier());
        byte[] newer = bytes.clone();
        newer[11] = 9;
        assertThatThrownBy(() -> Bundle.read(new ByteArrayInputStream(newer), "m"))
                .hasMessageContaining("expected a bundle of version " + Bundle.VERSION + ", got 9");
        assertThatThrownBy(() -> Bundle.read(
                        new ByteArrayInputStream("PK\3\4".getBytes(java.nio.charset.StandardCharsets.US_ASCII)), "m"))
                .hasMessageContaining("no model bundle");
        byte[] cut = java.util.Arrays.copyOf(bytes, bytes.length - 1);
        assertThatThrownBy(() -> Bundle.read(new ByteArrayInputStream(cut), "m"))
                .hasMessageContaining("bytes of payload");
    }
}
