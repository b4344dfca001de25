package io.scapa.detection.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scapa.detection.features.BucketSet;
import io.scapa.detection.features.FeatureFamily;
import io.scapa.detection.features.FeatureText;
import io.scapa.detection.features.Hashing;
import io.scapa.detection.features.SkipBigrams;
import io.scapa.detection.features.WordNgrams;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** The one-pass evaluation against a slow obvious twin over sets and maps. */
class LinearModelTest {
    private static final String[] WORDS = "a b c d e f g h i j k l m n o p".split(" ");

    @Test
    void agreesWithTheDefinition() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
        Map<Integer, float[]> features = new TreeMap<>();
        for (String first : WORDS) {
            features.put(Hashing.bucket(Hashing.append(0, Hashing.of(first))), values(random));
            String second = WORDS[random.nextInt(WORDS.length)];
            features.put(
                    Hashing.bucket(Hashing.append(Hashing.append(0, Hashing.of(first)), Hashing.of(second))),
                    values(random));
        }
        int[] buckets = features.keySet().stream().mapToInt(b -> b).toArray();
        float[] idf = new float[buckets.length];
        float[][] weights = new float[2][buckets.length];
        for (int f = 0; f < buckets.length; f++) {
            float[] v = features.get(buckets[f]);
            idf[f] = v[0];
            weights[0][f] = v[1];
            weights[1][f] = v[2];
        }
        LinearModel model = new LinearModel(new WordNgrams(2), buckets, idf, weights, new float[] {0.5f, -1});
        LinearModel.Scratch scratch = new LinearModel.Scratch();
        FeatureText text = new FeatureText();
        for (int trial = 0; trial < 50; trial++) {
            String sample = sample(random);
            text.read(sample, 10_000);
            double[] margins = new double[2];
            model.score(text, scratch, margins, 0);
            assertThat(margins[0]).as(sample).isCloseTo(slow(text, features, 1) + 0.5, within(1e-4));
            assertThat(margins[1]).as(sample).isCloseTo(slow(text, features, 2) - 1, within(1e-4));
        }
    }

    @Test
    void aHeadReadsItsBlocksOnly() {
        FeatureText text = new FeatureText();
        text.read("the old man and the sea and the boy", 1000);
        FeatureFamily words = new WordNgrams(1);
        FeatureFamily skips = new SkipBigrams(1);
        FeatureFamily both = FeatureFamily.named("words-1+skips-1", BucketSet.of());
        int[] emitted = new int[both.capacity(text)];
        int n = both.emit(text, emitted);
        int[] buckets = Arrays.stream(emitted, 0, n).distinct().sorted().toArray();
        int first =
                (int) Arrays.stream(buckets).filter(b -> b < Hashing.BUCKETS).count();
        float[] idf = new float[buckets.length];
        float[][] weights = new float[3][buckets.length];
        for (int f = 0; f < buckets.length; f++) {
            idf[f] = 1 + f % 3;
            weights[0][f] = f < first ? f : 0;
            weights[1][f] = f;
            weights[2][f] = f < first ? 0 : f;
        }
        LinearModel model = new LinearModel(both, buckets, idf, weights, new float[3], new int[] {1, 3, 2});
        LinearModel left = new LinearModel(
                words,
                Arrays.copyOf(buckets, first),
                Arrays.copyOf(idf, first),
                new float[][] {Arrays.copyOf(weights[0], first)},
                new float[1]);
        LinearModel right = new LinearModel(
                skips,
                Arrays.stream(buckets, first, buckets.length)
                        .map(b -> b - Hashing.BUCKETS)
                        .toArray(),
                Arrays.copyOfRange(idf, first, idf.length),
                new float[][] {Arrays.copyOfRange(weights[2], first, idf.length)},
                new float[1]);
        double[] margins = new double[3];
        model.score(text, new LinearModel.Scratch(), margins, 0);
        double[] alone = new double[2];
        left.score(text, new LinearModel.Scratch(), alone, 0);
        right.score(text, new LinearModel.Scratch(), alone, 1);
        assertThat(margins[0]).isCloseTo(alone[0], within(1e-3));
        assertThat(margins[2]).isCloseTo(alone[1], within(1e-3));
        double squares = 0;
        double dot = 0;
        for (int f = 0; f < idf.length; f++) {
            squares += idf[f] * idf[f];
            dot += weights[1][f] * idf[f];
        }
        assertThat(margins[1]).isCloseTo(dot / Math.sqrt(squares), within(1e-3));
    }

    private static float[] values(RandomGenerator random) {
        return new float[] {1 + random.nextFloat(), random.nextFloat() - 0.5f, random.nextFloat() - 0.5f};
    }

    private static String sample(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        int size = random.nextInt(40);
        for (int i = 0; i < size; i++) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        return text.toString();
    }

    private static double slow(FeatureText text, Map<Integer, float[]> features, int column) {
        WordNgrams family = new WordNgrams(2);
        int[] emitted = new int[family.capacity(text)];
        int n = family.emit(text, emitted);
        Set<Integer> present = new TreeSet<>();
        Arrays.stream(emitted, 0, n).filter(features::containsKey).forEach(present::add);
        double squares = present.stream()
                .mapToDouble(b -> features.get(b)[0] * features.get(b)[0])
                .sum();
        double dot = present.stream()
                .mapToDouble(b -> features.get(b)[0] * features.get(b)[column])
                .sum();
        return squares == 0 ? 0 : dot / Math.sqrt(squares);
    }
}
