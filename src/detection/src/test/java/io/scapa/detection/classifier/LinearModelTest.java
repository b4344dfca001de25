package io.scapa.detection.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.scapa.detection.features.FeatureText;
import io.scapa.detection.features.Hashing;
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
            assertThat(margins[0]).as(sample).isCloseTo(slow(text, features, 1) + 0.5, within(1e-5));
            assertThat(margins[1]).as(sample).isCloseTo(slow(text, features, 2) - 1, within(1e-5));
        }
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
