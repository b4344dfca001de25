package io.scapa.detection.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scapa.detection.classifier.BoostedTrees;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class BoostedTreesTrainerTest {
    private static final int N = 4000;

    private record Sample(float[][] x, boolean[] labels, double[] weights) {
        private BoostedTrees fit() {
            return BoostedTreesTrainer.fit(x, labels, weights);
        }
    }

    /** Synthetic in nine of ten texts where two inputs have the same sign, in one of ten elsewhere; the third input is noise. */
    private static Sample checkerboard(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        float[][] x = new float[N][3];
        boolean[] labels = new boolean[N];
        double[] weights = new double[N];
        for (int r = 0; r < N; r++) {
            for (int i = 0; i < 3; i++) {
                x[r][i] = (float) random.nextGaussian();
            }
            labels[r] = random.nextDouble() < (x[r][0] * x[r][1] > 0 ? 0.9 : 0.1);
            weights[r] = 1;
        }
        return new Sample(x, labels, weights);
    }

    private static double probability(BoostedTrees trees, float... x) {
        return 1 / (1 + Math.exp(-trees.sum(x)));
    }

    @Test
    void whatNoSumOfInputsCanTellIsFound() {
        BoostedTrees trees = checkerboard(1).fit();
        assertThat(probability(trees, 1, 1, 0)).isCloseTo(0.9, within(0.07));
        assertThat(probability(trees, -1, -1, 1)).isCloseTo(0.9, within(0.07));
        assertThat(probability(trees, 1, -1, 0)).isCloseTo(0.1, within(0.07));
        assertThat(probability(trees, -1, 1, -1)).isCloseTo(0.1, within(0.07));
    }

    @Test
    void aConstantInputIsNeverAskedForAndOneLabelMoreOftenIsKnown() {
        Sample sample = checkerboard(2);
        boolean[] labels = new boolean[N];
        for (int r = 0; r < N; r++) {
            Arrays.fill(sample.x()[r], 7);
            labels[r] = r % 4 == 0;
        }
        BoostedTrees trees = BoostedTreesTrainer.fit(sample.x(), labels, sample.weights());
        assertThat(trees.width()).isZero();
        assertThat(probability(trees, 7, 7, 7)).isCloseTo(0.25, within(0.01));
    }

    @Test
    void weightsCount() {
        Sample sample = checkerboard(3);
        double[] weights = new double[N];
        for (int r = 0; r < N; r++) {
            weights[r] = sample.labels()[r] ? 1.8 : 0.2;
        }
        BoostedTrees heavy = BoostedTreesTrainer.fit(sample.x(), sample.labels(), weights);
        assertThat(elsewhere(sample.fit())).isCloseTo(0.1, within(0.03));
        assertThat(elsewhere(heavy))
                .as("nine times the odds are even, less what few rows a leaf cost")
                .isBetween(0.35, 0.55);
    }

    /** The mean probability where the first two inputs have different signs. */
    private static double elsewhere(BoostedTrees trees) {
        return Arrays.stream(checkerboard(33).x())
                .filter(x -> x[0] * x[1] < 0)
                .mapToDouble(x -> probability(trees, x))
                .average()
                .orElseThrow();
    }

    /** The slow twin: every cut of a single input, each leaf's Newton step by its formula. */
    @Test
    void theFirstCutIsTheBestOfAll() {
        Sample sample = checkerboard(4);
        float[][] single = new float[N][1];
        boolean[] labels = new boolean[N];
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(9);
        for (int r = 0; r < N; r++) {
            single[r][0] = r % 200;
            labels[r] = random.nextDouble() < (single[r][0] <= 57 ? 0.2 : 0.8);
        }
        double penalty = N / 160 * 0.125;
        double most = 0;
        float best = -1;
        for (int cut = 0; cut < 199; cut++) {
            double[] g = new double[2];
            double[] h = new double[2];
            for (int r = 0; r < N; r++) {
                int side = single[r][0] <= cut ? 0 : 1;
                g[side] += labels[r] ? -0.5 : 0.5;
                h[side] += 0.25;
            }
            double gain = g[0] * g[0] / (h[0] + penalty) + g[1] * g[1] / (h[1] + penalty);
            if (gain > most) {
                most = gain;
                best = cut;
            }
        }
        BoostedTrees trees = BoostedTreesTrainer.fit(single, labels, sample.weights());
        assertThat(trees.inputs()[0]).isZero();
        assertThat(trees.values()[0]).isEqualTo(best).isBetween(55f, 59f);
    }

    @Test
    void theSameRowsGiveTheSameTrees() {
        BoostedTrees once = checkerboard(5).fit();
        BoostedTrees twice = checkerboard(5).fit();
        assertThat(twice.values()).containsExactly(once.values());
        assertThat(twice.inputs()).containsExactly(once.inputs());
        assertThat(twice.seconds()).containsExactly(once.seconds());
        assertThat(once.roots()).hasSize(150);
    }
}
