package io.scapa.detection.training;

import io.scapa.detection.features.Hashing;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The texts to learn from and the texts to report on, in the order of a keyed hash of their ids: the order and the number of
 * the files play no part. The split {@code test} is held out.
 *
 * @param training texts to learn from
 * @param test texts to report on
 * @param skipped texts left out by language or licence
 */
public record TrainingSet(List<LabelledDocument> training, List<LabelledDocument> test, int skipped) {
    /** Reads the labelled files below some folders. */
    public static TrainingSet read(List<Path> roots, TrainerOptions options) {
        return read(roots, options, new CorpusReader());
    }

    /** Reads the files of a reader's format below some folders. */
    public static TrainingSet read(List<Path> roots, TrainerOptions options, CorpusReader reader) {
        Sample training = new Sample(options.mostDocuments(), options.seed());
        Sample test = new Sample(options.mostDocuments(), options.seed());
        int[] skipped = {0};
        for (Path file : reader.filesOf(roots)) {
            reader.read(file, document -> {
                if (!document.language().equals(options.language())
                        || options.excludedLicences().contains(document.license())) {
                    skipped[0]++;
                } else {
                    (document.split().equals("test") ? test : training).offer(document);
                }
            });
        }
        return new TrainingSet(training.sorted(), test.sorted(), skipped[0]);
    }

    /** The documents with the smallest hashes, each id once. */
    private static final class Sample {
        private record Keyed(long key, LabelledDocument document) {}

        private static final Comparator<Keyed> ORDER = Comparator.comparingLong(Keyed::key)
                .thenComparing(k -> k.document().id());

        private final int most;
        private final long seed;
        private final PriorityQueue<Keyed> kept = new PriorityQueue<>(ORDER.reversed());
        private final Set<String> ids = new HashSet<>();

        private Sample(int most, long seed) {
            this.most = most;
            this.seed = seed;
        }

        private void offer(LabelledDocument document) {
            if (!ids.add(document.id())) {
                return;
            }
            kept.add(new Keyed(Hashing.mix(Hashing.of(document.id()) ^ seed), document));
            if (kept.size() > most) {
                ids.remove(kept.remove().document().id());
            }
        }

        private List<LabelledDocument> sorted() {
            return kept.stream().sorted(ORDER).map(Keyed::document).toList();
        }
    }
}
