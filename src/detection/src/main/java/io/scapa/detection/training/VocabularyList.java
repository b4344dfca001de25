package io.scapa.detection.training;

import io.scapa.detection.classifier.Classifier;
import io.scapa.detection.features.BucketSet;
import io.scapa.detection.features.FeatureText;
import io.scapa.detection.features.Hashing;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The words that a de-lexicalised family keeps in full: for shapes those that many (source, domain) pairs use, hence no topic's; for
 * frames the words that most texts have.
 */
final class VocabularyList {
    private static final double SHARE = 0.4;
    private static final int FRAME_WORDS = 300;

    private VocabularyList() {}

    /** The list for a family; empty for one that needs none. At most 64 pairs are told apart; more share a place. */
    static BucketSet of(String family, List<LabelledDocument> documents) {
        if (family.contains("frames")) {
            return commonest(documents);
        }
        return family.contains("shapes") ? widest(documents) : BucketSet.of();
    }

    private static BucketSet commonest(List<LabelledDocument> documents) {
        int[] texts = new int[Hashing.BUCKETS];
        int[] last = new int[Hashing.BUCKETS];
        FeatureText text = new FeatureText();
        for (int d = 0; d < documents.size(); d++) {
            text.read(documents.get(d).text(), Classifier.LIMIT);
            for (int t = 0; t < text.tokens(); t++) {
                int bucket = Hashing.bucket(text.hash(t));
                if (text.isWord(t) && last[bucket] != d + 1) {
                    last[bucket] = d + 1;
                    texts[bucket]++;
                }
            }
        }
        return BucketSet.of(
                Arrays.stream(commonest(texts, 1)).limit(FRAME_WORDS).toArray());
    }

    /** The buckets with a count of at least {@code least}, the highest first and equal ones in ascending order. */
    static int[] commonest(int[] counts, int least) {
        return IntStream.range(0, counts.length)
                .filter(b -> counts[b] >= least)
                .boxed()
                .sorted(Comparator.comparingInt((Integer b) -> -counts[b]).thenComparing(b -> b))
                .mapToInt(b -> b)
                .toArray();
    }

    private static BucketSet widest(List<LabelledDocument> documents) {
        long[] pairsOfWord = new long[Hashing.BUCKETS];
        Map<String, Integer> pairs = new HashMap<>();
        FeatureText text = new FeatureText();
        for (LabelledDocument document : documents) {
            int pair = pairs.computeIfAbsent(document.source() + '|' + document.domain(), p -> pairs.size()) & 63;
            text.read(document.text(), Classifier.LIMIT);
            for (int t = 0; t < text.tokens(); t++) {
                if (text.isWord(t)) {
                    pairsOfWord[Hashing.bucket(text.hash(t))] |= 1L << pair;
                }
            }
        }
        int least = (int) Math.ceil(SHARE * Math.min(64, pairs.size()));
        return BucketSet.of(IntStream.range(0, pairsOfWord.length)
                .filter(b -> Long.bitCount(pairsOfWord[b]) >= least)
                .toArray());
    }
}
