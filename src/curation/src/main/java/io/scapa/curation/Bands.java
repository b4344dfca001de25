package io.scapa.curation;

import io.scapa.curation.dedup.BandHasher;
import io.scapa.curation.dedup.BandTable;
import io.scapa.curation.dedup.Fates;
import io.scapa.curation.dedup.NearDedup;
import io.scapa.curation.dedup.WordShingles;
import io.scapa.curation.recipe.NearDedupSettings;
import io.scapa.curation.table.CandidateTable;
import io.scapa.curation.table.IdIndex;
import java.io.IOException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Near dedup during a scan: signatures as candidates pass by, verification with a second look at the texts that need it. */
final class Bands {
    private final @Nullable NearDedupSettings settings;
    private final BandTable table;

    private Bands(@Nullable NearDedupSettings settings) {
        this.settings = settings;
        this.table = new BandTable(settings == null ? 0 : settings.bands());
    }

    /** Bands under the recipe's settings; null does nothing. */
    static Bands of(@Nullable NearDedupSettings settings) {
        return new Bands(settings);
    }

    /** Makes signatures; one for each thread. */
    static final class Signer {
        private final @Nullable BandHasher hasher;
        private final WordShingles shingles;

        Signer(@Nullable NearDedupSettings settings) {
            this.hasher = settings == null ? null : new BandHasher(settings);
            this.shingles = new WordShingles(settings == null ? 1 : settings.words());
        }

        /** The bands of a text; none where there is no near dedup, or no word. */
        int[] sign(Candidate candidate) throws IOException {
            if (hasher == null) {
                return new int[0];
            }
            long[] set = shingles.of(candidate.text().clean());
            return set.length == 0 ? new int[0] : hasher.bands(set);
        }
    }

    /** Adds the signature of the next candidate. */
    void add(int[] signature) {
        if (settings != null) {
            table.add(signature);
        }
    }

    void drop(CandidateTable candidates, Fates fates, CandidateSource source, Progress progress) throws IOException {
        if (settings != null) {
            new NearDedup(candidates, settings, table)
                    .drop(fates, (wanted, sink) -> read(candidates, source, wanted, sink, progress));
        }
    }

    private static void read(
            CandidateTable candidates,
            CandidateSource source,
            BitSet wanted,
            NearDedup.Texts.Sink sink,
            Progress progress)
            throws IOException {
        IdIndex index = new IdIndex(candidates, wanted.stream().toArray());
        try (CandidateSource.Cursor cursor = source.open()) {
            for (Candidate c = cursor.next(); c != null; c = cursor.next()) {
                int row = index.find(c.id());
                if (row >= 0 && c.contentSha256().equals(candidates.contentSha256(row))) {
                    CancelledException.check(progress, Progress.Stage.DEDUP);
                    sink.text(row, c.text().clean());
                }
            }
        }
    }
}
