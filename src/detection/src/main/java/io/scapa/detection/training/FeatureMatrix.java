package io.scapa.detection.training;

import io.scapa.detection.attack.Attack;
import io.scapa.detection.attack.Layout;
import io.scapa.detection.classifier.Classifier;
import io.scapa.detection.classifier.LinearModel;
import io.scapa.detection.features.FeatureFamily;
import io.scapa.detection.features.FeatureText;
import io.scapa.detection.features.Hashing;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * The features of all training texts and of their augmented copies: for every text, of either label, one copy under a random
 * attack, one random window of 20 to 129 words, one laid out otherwise. Copies of both labels, so that no attack, no length and
 * no layout tells the label. Row {@code copy * documents + document}; copy 0 is the text itself.
 *
 * @param buckets the features that are kept: block by block, the commonest first, so that what is read most lies together
 * @param idf their inverse document frequencies, {@code ln((1 + n) / (1 + df)) + 1}
 * @param rows each row's features
 * @param starts the number of each block's first feature; one more entry, the number of features
 * @param words each document's length
 */
record FeatureMatrix(int[] buckets, float[] idf, int[][] rows, int[] starts, int[] words) {
    static final int COPIES = 3;

    static FeatureMatrix build(FeatureFamily family, List<LabelledDocument> documents, TrainerOptions options) {
        int[] counts = new int[Hashing.BUCKETS * family.blocks()];
        Extractor extractor = new Extractor(family);
        for (LabelledDocument document : documents) {
            for (int bucket : extractor.distinct(document.text())) {
                counts[bucket]++;
            }
        }
        int[] buckets = keep(counts, options.leastDocuments(), family.blocks());
        float[] idf = new float[buckets.length];
        int[] index = counts.clone();
        Arrays.fill(index, -1);
        for (int f = 0; f < buckets.length; f++) {
            index[buckets[f]] = f;
            idf[f] = (float) (Math.log((1.0 + documents.size()) / (1 + counts[buckets[f]])) + 1);
        }
        int[] starts = new int[family.blocks() + 1];
        for (int bucket : buckets) {
            starts[bucket / Hashing.BUCKETS + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        return fill(extractor, documents, options, new Kept(buckets, idf, starts), index);
    }

    private static int[] keep(int[] counts, int least, int blocks) {
        return IntStream.range(0, blocks)
                .flatMap(block -> IntStream.range(block * Hashing.BUCKETS, (block + 1) * Hashing.BUCKETS)
                        .filter(b -> counts[b] >= least)
                        .boxed()
                        .sorted(Comparator.comparingInt(b -> -counts[b]))
                        .mapToInt(b -> b))
                .toArray();
    }

    private record Kept(int[] buckets, float[] idf, int[] starts) {}

    private static FeatureMatrix fill(
            Extractor extractor, List<LabelledDocument> documents, TrainerOptions options, Kept kept, int[] index) {
        int n = documents.size();
        int copies = options.copyWeight() > 0 ? COPIES : 0;
        int[][] rows = new int[(1 + copies) * n][];
        int[] words = new int[n];
        for (int i = 0; i < n; i++) {
            LabelledDocument document = documents.get(i);
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(Hashing.of(document.id()) ^ options.seed());
            for (int copy = 0; copy <= copies; copy++) {
                int row = copy * n + i;
                rows[row] = extractor.known(variant(document.text(), copy, random), index);
                if (copy == 0) {
                    words[i] = extractor.text.words();
                }
            }
        }
        return new FeatureMatrix(kept.buckets(), kept.idf(), rows, kept.starts(), words);
    }

    private static String variant(String text, int copy, RandomGenerator random) {
        return switch (copy) {
            case 0 -> text;
            case 1 -> Attack.any(text, random);
            case 2 -> Layout.window(text, 20, 129, random);
            default -> Layout.shuffle(text, random);
        };
    }

    /** The rows as a head sees them that reads some blocks. */
    BlockRows read(int blocks) {
        return new BlockRows(rows, starts, blocks);
    }

    private static final class Extractor {
        private final FeatureFamily family;
        private final FeatureText text = new FeatureText();
        private int[] buckets = new int[0];

        private Extractor(FeatureFamily family) {
            this.family = family;
        }

        private int[] distinct(String original) {
            text.read(original, Classifier.LIMIT);
            if (buckets.length < family.capacity(text)) {
                buckets = new int[family.capacity(text)];
            }
            int n = family.emit(text, buckets);
            Arrays.sort(buckets, 0, n);
            int kept = 0;
            for (int i = 0; i < n; i++) {
                if (i == 0 || buckets[i] != buckets[i - 1]) {
                    buckets[kept++] = buckets[i];
                }
            }
            return Arrays.copyOf(buckets, kept);
        }

        private int[] known(String original, int[] index) {
            int[] found = distinct(original);
            int kept = 0;
            for (int bucket : found) {
                if (index[bucket] >= 0) {
                    found[kept++] = index[bucket];
                }
            }
            int[] row = Arrays.copyOf(found, kept);
            Arrays.sort(row);
            return row;
        }
    }

    /** A linear model over these features, which wants them by their buckets; each head reads some blocks. */
    LinearModel model(FeatureFamily family, float[][] weights, float[] intercepts, int[] reads) {
        int[] order = IntStream.range(0, buckets.length)
                .boxed()
                .sorted(Comparator.comparingInt(f -> buckets[f]))
                .mapToInt(f -> f)
                .toArray();
        float[][] ordered = new float[weights.length][];
        Arrays.setAll(ordered, h -> gather(weights[h], order));
        int[] ascending = IntStream.of(order).map(f -> buckets[f]).toArray();
        return new LinearModel(family, ascending, gather(idf, order), ordered, intercepts, reads);
    }

    private static float[] gather(float[] values, int[] order) {
        float[] gathered = new float[order.length];
        for (int i = 0; i < order.length; i++) {
            gathered[i] = values[order[i]];
        }
        return gathered;
    }
}
