package io.scapa.simulation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuantileSketchTest {
    @Test
    void agreesWithSortedNumbersOfAnySignAndSize() {
        SplittableRandom random = new SplittableRandom(5);
        double[] values = random.doubles(20_001)
                .map(u -> (u - 0.4) * Math.exp(20 * (u - 0.5)))
                .toArray();
        QuantileSketch sketch = new QuantileSketch();
        Arrays.stream(values).forEach(sketch::add);
        Arrays.sort(values);
        for (double share : new double[] {0, 0.01, 0.2, 0.5, 0.8, 0.99, 1}) {
            double exact = values[(int) Math.round(share * 20_000)];
            assertThat(sketch.quantile(share)).isCloseTo(exact, within(Math.abs(exact) * 0.017));
            assertThat(sketch.shareBelow(exact)).isCloseTo(share, within(0.008));
        }
    }

    @Test
    void countsZerosTinyValuesAndWhatIsNotANumber() {
        QuantileSketch sketch = new QuantileSketch();
        for (double value : new double[] {-1, 0, 0, 1e-200, Double.NaN, 5, Double.POSITIVE_INFINITY}) {
            sketch.add(value);
        }
        assertThat(sketch.total()).isEqualTo(6);
        assertThat(sketch.notNumbers()).isEqualTo(1);
        assertThat(sketch.quantile(0.4)).isZero();
        assertThat(sketch.shareBelow(0)).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(new QuantileSketch().quantile(0.5)).isNaN();
    }

    @Test
    void manyAtOnceAreTheSameAsOneByOne() throws java.io.IOException {
        SplittableRandom random = new SplittableRandom(7);
        double[] odd = {0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e-200, -1e300, 1e300};
        double[] values = new double[1003];
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    i % 97 < odd.length ? odd[i % 97] : (random.nextDouble() - 0.5) * Math.exp(9 * random.nextDouble());
        }
        QuantileSketch one = new QuantileSketch();
        Arrays.stream(values).skip(3).forEach(one::add);
        QuantileSketch many = new QuantileSketch();
        many.add(values, 3, 500);
        many.add(values, 503, 500);
        assertThat(bytes(many)).isEqualTo(bytes(one));
    }

    private static byte[] bytes(QuantileSketch sketch) throws java.io.IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        sketch.write(new java.io.DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    @Test
    void momentsOfChunksAreTheMomentsOfAll() {
        SplittableRandom random = new SplittableRandom(6);
        double[] values = random.doubles(960).map(u -> 1e6 + u * u * 3).toArray();
        Moments moments = new Moments();
        for (int from = 0; from < values.length; from += 64) {
            moments.add(values, from, 64);
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        double m2 = Arrays.stream(values).map(v -> Math.pow(v - mean, 2)).sum();
        double m4 = Arrays.stream(values).map(v -> Math.pow(v - mean, 4)).sum();
        assertThat(moments.mean()).isCloseTo(mean, within(1e-8));
        assertThat(moments.variance()).isCloseTo(m2 / 959, within(1e-8));
        double spread = Math.sqrt((m4 / 960 - Math.pow(m2 / 960, 2)) / 960);
        assertThat(moments.varianceStandardError()).isCloseTo(spread, within(1e-6));
    }
}
