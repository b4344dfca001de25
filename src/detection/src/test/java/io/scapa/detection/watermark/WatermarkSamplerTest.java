package io.scapa.detection.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class WatermarkSamplerTest {
    private static final int VOCABULARY = 500;

    /** A flat-ish distribution that depends on the token before: about 5 nats a token. */
    static double[] distribution(int[] context) {
        SplittableRandom random = new SplittableRandom(context.length == 0 ? -1 : context[context.length - 1]);
        return random.doubles(VOCABULARY).map(u -> -Math.log(u)).toArray();
    }

    static int[] write(WatermarkSampler sampler, int length, RandomGenerator random) {
        int[] text = new int[0];
        while (text.length < length) {
            int next = sampler.sample(distribution(text), text, random);
            text = Arrays.copyOf(text, text.length + 1);
            text[text.length - 1] = next;
        }
        return text;
    }

    @Test
    void whatEverySchemesSamplerMarksItsDetectorFindsAndAnotherKeyDoesNot() {
        for (WatermarkScheme scheme : WatermarkSchemes.all()) {
            boolean layers = scheme.name().startsWith("synthid");
            WatermarkProfile mine = profile(scheme.name(), layers ? "11,22,33,44,55,66,77,88" : "15485863");
            WatermarkProfile other = profile(scheme.name(), layers ? "12,23,34,45,56,67,78,89" : "998244353");
            int[] text = write(new WatermarkSampler(mine), 200, new SplittableRandom(9));
            WatermarkResult found = WatermarkDetector.test(mine, text);
            assertThat(found.pValue()).as(scheme.name()).isLessThan(1e-8);
            assertThat(found.logBayesFactor()).as(scheme.name()).isGreaterThan(10);
            WatermarkResult missed = WatermarkDetector.test(other, text);
            assertThat(missed.pValue()).as(scheme.name()).isGreaterThan(1e-4);
            assertThat(missed.logBayesFactor()).as(scheme.name()).isLessThan(5);
        }
    }

    private static WatermarkProfile profile(String scheme, String key) {
        return Profiles.of(scheme, key, Map.of(), VOCABULARY);
    }

    @Test
    void refusesWhatIsNoDistribution() {
        WatermarkSampler sampler = new WatermarkSampler(profile("unigram", "5"));
        RandomGenerator random = new SplittableRandom(1);
        assertThatThrownBy(() -> sampler.sample(new double[VOCABULARY + 1], new int[0], random))
                .hasMessageContaining("does not fit");
        assertThatThrownBy(() -> sampler.sample(new double[3], new int[0], random))
                .hasMessageContaining("mass");
        assertThatThrownBy(() -> sampler.sample(new double[] {1, -1}, new int[0], random))
                .hasMessageContaining("-1.0");
        assertThat(sampler.sample(new double[] {0, 2, 0}, new int[0], random)).isEqualTo(1);
    }

    /** Over many keys, Gumbel marks follow the model's distribution: nobody without the key sees them. */
    @Test
    void gumbelMarksLeaveTheDistributionAsItIs() {
        double[] p = {0.5, 0.3, 0.2};
        int[] counts = new int[3];
        for (int key = 0; key < 4000; key++) {
            WatermarkProfile profile = Profiles.of("vllm-gumbel", String.valueOf(key), Map.of(), 3);
            counts[new WatermarkSampler(profile).sample(p, new int[] {1, 2}, new SplittableRandom(1))]++;
        }
        assertThat(counts[0] / 4000.0).isBetween(0.46, 0.54);
        assertThat(counts[2] / 4000.0).isBetween(0.17, 0.23);
    }
}
