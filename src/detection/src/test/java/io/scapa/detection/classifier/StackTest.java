package io.scapa.detection.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class StackTest {
    private static final Stack.Part PLAIN = new Stack.Part(1, new int[] {0}, new double[] {2, 0, 0, 0, 0, 0, -1});

    @Test
    void onePartIsItsRegression() {
        assertThat(stack(PLAIN).margin(new double[] {1.5}, 200)).isCloseTo(2, within(1e-12));
    }

    @Test
    void theRatioIsTheSumOfThePartsRatiosTimesTheirShares() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(4);
        for (int round = 0; round < 200; round++) {
            Stack.Part first = part(0.1 + random.nextDouble(), 0, random);
            Stack.Part second = part(0.1 + random.nextDouble(), 1, random);
            Stack.Part third = part(0.1 + random.nextDouble(), 2, random);
            double[] margins = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            int words = random.nextInt(1, 3000);
            double sum = first.share() * Math.exp(first.margin(margins[0], words))
                    + second.share() * Math.exp(second.margin(margins[1], words))
                    + third.share() * Math.exp(third.margin(margins[2], words));
            assertThat(stack(first, second, third).margin(margins, words)).isCloseTo(Math.log(sum), within(1e-9));
        }
    }

    @Test
    void marginsTooLargeToExponentiateAreNoTrouble() {
        Stack.Part steep = new Stack.Part(0.5, new int[] {0}, new double[] {1000, 0, 0, 0, 0, 0, 0});
        Stack.Part other = new Stack.Part(0.5, new int[] {1}, steep.coefficients());
        Stack stack = stack(steep, other);
        assertThat(stack.margin(new double[] {5, -5}, 200)).isCloseTo(5000 + Math.log(0.5), within(1e-9));
        assertThat(stack.margin(new double[] {-5, -5}, 200)).isCloseTo(-5000, within(1e-9));
    }

    @Test
    void looksOfOneKindSuffice() {
        Stack.Part half = new Stack.Part(0.5, new int[] {0}, PLAIN.coefficients());
        Stack.Part other = new Stack.Part(0.5, new int[] {1}, PLAIN.coefficients());
        Stack stack = stack(half, other);
        double edited = stack.margin(new double[] {-3, 4}, 200);
        double either = stack.margin(new double[] {0.5, 0.5}, 200);
        assertThat(edited).isGreaterThan(either).isCloseTo(7 + Math.log(0.5), within(1e-4));
    }

    @Test
    void theLengthIsClamped() {
        assertThat(Stack.inputs(1, 2)).containsExactly(Stack.inputs(1, 5));
        assertThat(Stack.inputs(1, 1 << 30)).containsExactly(Stack.inputs(1, 2000));
        assertThat(Stack.inputs(0.5, 200)).startsWith(0.5, 0).endsWith(-0.7);
    }

    @Test
    void aPartNeedsAShareAndItsCoefficients() {
        assertThatThrownBy(() -> new Stack.Part(0, new int[] {0}, PLAIN.coefficients()))
                .hasMessageContaining("positive share");
        assertThatThrownBy(() -> new Stack.Part(1, new int[] {0}, new double[3]))
                .hasMessageContaining("7 coefficients");
        assertThatThrownBy(() -> stack()).hasMessageContaining("needs a part");
    }

    @Test
    void aPartTakesTheMeanOfItsMembersStandardisedMargins() {
        Stack.Part part = new Stack.Part(1, new int[] {0, 2}, PLAIN.coefficients());
        Stack stack = new Stack(new double[] {1, 50, -2}, new double[] {2, 1, 4}, List.of(part));
        assertThat(stack.mean(new double[] {5, 99, 6}, part.members())).isCloseTo(2, within(1e-12));
        assertThat(stack.margin(new double[] {5, 99, 6}, 200)).isCloseTo(3, within(1e-12));
    }

    /** One question about an input, with a leaf on either side. */
    private static BoostedTrees stump(int input, float cut, float below, float above) {
        return new BoostedTrees(
                new int[] {0}, new int[] {input, -1, -1}, new float[] {cut, below, above}, new int[] {2, 0, 0});
    }

    @Test
    void theProbabilityIsTheMeanOfWhatHoldsForSourcesSeenAndNotSeen() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        for (int round = 0; round < 200; round++) {
            float cut = (float) random.nextGaussian();
            float below = (float) random.nextGaussian();
            float above = (float) random.nextGaussian();
            int input = random.nextInt(3);
            List<int[]> groups = List.of(new int[] {0}, new int[] {1, 2});
            SeenSources seen = new SeenSources(groups, stump(input, cut, below, above));
            double[] means = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            double[] deviations = {1 + random.nextDouble(), 1 + random.nextDouble(), 2};
            List<Stack.Part> parts = List.of(part(0.7, 0, random), part(0.3, 1, random));
            double[] margins = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            int words = random.nextInt(5, 2000);
            double[] x = {
                (margins[0] - means[0]) / deviations[0],
                ((margins[1] - means[1]) / deviations[1] + (margins[2] - means[2]) / deviations[2]) / 2,
                Math.log(words / 200.0)
            };
            Stack bare = new Stack(means, deviations, parts);
            double unseen = sigmoid(bare.margin(margins, words));
            double known = sigmoid((float) x[input] <= cut ? below : above);
            double expected = Math.log((unseen + known) / (2 - unseen - known));
            Stack stack = new Stack(means, deviations, parts, seen);
            assertThat(stack.margin(margins, words)).isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
            assertThat(bare.margin(margins, words, stack.ifSeen(margins, words)))
                    .isEqualTo(stack.margin(margins, words));
            assertThat(stack.withoutSeen().margin(margins, words)).isEqualTo(bare.margin(margins, words));
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Test
    void certaintyOfBothIsNoTroubleEither() {
        Stack.Part steep = new Stack.Part(1, new int[] {0}, new double[] {1000, 0, 0, 0, 0, 0, 0});
        List<int[]> groups = List.of(new int[] {0});
        Stack stack = new Stack(
                new double[1], new double[] {1}, List.of(steep), new SeenSources(groups, stump(0, 0, -5000, 5000)));
        assertThat(stack.margin(new double[] {5}, 200)).isCloseTo(5000, within(1e-9));
        assertThat(stack.margin(new double[] {-5}, 200)).isCloseTo(-5000, within(1e-9));
        Stack at = new Stack(
                new double[1], new double[] {1}, List.of(steep), new SeenSources(groups, stump(0, 0, 5000, -5000)));
        assertThat(at.margin(new double[] {5}, 200)).isCloseTo(0, within(1e-9));
    }

    @Test
    void treesForSourcesSeenAskForTheMeansAndTheLengthOnly() {
        List<int[]> one = List.of(new int[] {0});
        assertThat(new SeenSources(one, stump(1, 0, 0, 1)).trees().width()).isEqualTo(2);
        assertThatThrownBy(() -> new SeenSources(one, stump(2, 0, 0, 1)))
                .hasMessageContaining("got 1 groups and 3 inputs");
        assertThatThrownBy(() -> new SeenSources(List.of(), stump(0, 0, 0, 1))).hasMessageContaining("one group");
    }

    private static Stack stack(Stack.Part... parts) {
        return new Stack(new double[3], new double[] {1, 1, 1}, List.of(parts));
    }

    private static Stack.Part part(double share, int member, RandomGenerator random) {
        double[] coefficients = new double[Stack.INPUTS + 1];
        java.util.Arrays.setAll(coefficients, i -> random.nextGaussian());
        return new Stack.Part(share, new int[] {member}, coefficients);
    }
}
