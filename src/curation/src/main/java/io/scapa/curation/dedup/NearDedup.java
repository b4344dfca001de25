package io.scapa.curation.dedup;

import io.scapa.curation.recipe.NearDedupSettings;
import io.scapa.curation.table.CandidateTable;
import io.scapa.curation.table.IndexSort;
import java.io.IOException;
import java.util.BitSet;

/**
 * Drops documents that nearly repeat a better one. Documents are taken from the best survivor to the worst; one is dropped where
 * its true Jaccard similarity to a document that was kept reaches the threshold. So every dropped document is like its own
 * survivor, similarity is never chained through a third document, and each cluster has exactly one survivor.
 */
public final class NearDedup {
    private final CandidateTable table;
    private final NearDedupSettings settings;
    private final BandTable bands;

    public NearDedup(CandidateTable table, NearDedupSettings settings, BandTable bands) {
        this.table = table;
        this.settings = settings;
        this.bands = bands;
    }

    /** Reads the texts of given rows once more. */
    @FunctionalInterface
    public interface Texts {
        /**
         * Gives the text of each wanted row, in any order.
         *
         * @throws IOException where they cannot be read
         */
        void read(BitSet wanted, Sink sink) throws IOException;

        /** Takes a text. */
        interface Sink {
            void text(int row, String clean) throws IOException;
        }
    }

    /**
     * Drops near duplicates among the rows that are still kept.
     *
     * @throws IOException where texts cannot be read again
     */
    public void drop(Fates fates, Texts texts) throws IOException {
        int[] ranked = fates.keptRows();
        IndexSort.sort(ranked, new SurvivorOrder(table));
        try (PairSpill pairs = new PairSpill()) {
            bands.pairs(ranked, pairs);
            BitSet wanted = new BitSet();
            pairs.read(pair -> {
                wanted.set(ranked[later(pair)]);
                wanted.set(ranked[earlier(pair)]);
            });
            if (wanted.isEmpty()) {
                return;
            }
            try (ShingleSpill spill = new ShingleSpill(wanted)) {
                WordShingles shingles = new WordShingles(settings.words());
                texts.read(wanted, (row, clean) -> {
                    if (!spill.has(row)) {
                        spill.put(row, shingles.of(clean));
                    }
                });
                pairs.read(new Verification(fates, ranked, spill)::look);
            }
        }
    }

    /** Looks at pairs in the order of their later documents. */
    private final class Verification {
        private final Fates fates;
        private final int[] ranked;
        private final ShingleSpill spill;
        private final int[] clusters = new int[table.size()];
        private int last = -1;
        private long[] own = new long[0];

        private Verification(Fates fates, int[] ranked, ShingleSpill spill) {
            this.fates = fates;
            this.ranked = ranked;
            this.spill = spill;
        }

        private void look(long pair) throws IOException {
            int row = ranked[later(pair)];
            int survivor = ranked[earlier(pair)];
            if (!fates.kept(row) || !fates.kept(survivor) || clusters[survivor] >= settings.maxCluster()) {
                return;
            }
            if (row != last) {
                own = spill.get(row);
                last = row;
            }
            if (WordShingles.jaccard(own, spill.get(survivor)) >= settings.jaccard()) {
                fates.drop(row, survivor, Fates.Reason.NEAR_DUPLICATE);
                clusters[survivor]++;
            }
        }
    }

    private static int later(long pair) {
        return (int) (pair >>> 32);
    }

    private static int earlier(long pair) {
        return (int) pair;
    }
}
