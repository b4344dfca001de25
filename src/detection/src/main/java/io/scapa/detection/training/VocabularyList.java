package io.scapa.detection.training;

import io.scapa.detection.classifier.Classifier;
import io.scapa.detection.features.BucketSet;
import io.scapa.detection.features.FeatureText;
import io.scapa.detection.features.Hashing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The words that a de-lexicalised family keeps in full: those that many (source, domain) pairs use, hence no topic's. */
final class VocabularyList {
    private static final double SHARE = 0.4;

    private VocabularyList() {}

    /** The list for a family; empty for one that needs none. At most 64 pairs are told apart; more share a place. */
    static BucketSet of(String family, List<LabelledDocument> documents) {
        if (!family.startsWith("shapes")) {
            return BucketSet.of();
        }
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
