package io.scapa.detection.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatermarkPowerTest {
    private static final int VOCABULARY = 2_000;

    private static List<WatermarkPower.Row> measure(String scheme, String key, double nats) {
        WatermarkDetector detector =
                new WatermarkDetector(Profiles.of(scheme, key, Map.of(), VOCABULARY), WatermarkOptions.STANDARD);
        return WatermarkPower.measure(
                detector, new EntropyModel(VOCABULARY, nats, 3), new int[] {25, 50, 100, 200}, 1e-3, 30, 5);
    }

    @Test
    void powerGrowsWithLengthAndEntropyAndIsReproducible() {
        List<WatermarkPower.Row> rich = measure("transformers-kgw", "15485863", 3);
        List<WatermarkPower.Row> poor = measure("transformers-kgw", "15485863", 0.3);
        assertThat(rich.get(3).rate()).isGreaterThan(0.95);
        assertThat(rich).isSortedAccordingTo(java.util.Comparator.comparing(WatermarkPower.Row::rate));
        assertThat(poor.get(2).rate()).isLessThan(rich.get(2).rate());
        assertThat(measure("transformers-kgw", "15485863", 3)).isEqualTo(rich);
        assertThat(WatermarkPower.tokensNeeded(rich, 0.9).getAsInt()).isLessThanOrEqualTo(200);
        assertThat(WatermarkPower.tokensNeeded(poor, 1.1)).isEmpty();
        assertThat(rich.get(3).limits().upper()).isEqualTo(1);
    }

    @Test
    void theModelHasTheEntropyThatWasAskedFor() {
        for (double nats : new double[] {0.5, 1.5, 3, 5}) {
            double[] p = new EntropyModel(50_257, nats, 1).after(new int[] {7});
            assertThat(EntropyModel.entropy(p)).isCloseTo(nats, within(0.05));
        }
        assertThatThrownBy(() -> new EntropyModel(50_257, 9, 1)).hasMessageContaining("got 9.0");
    }
}
