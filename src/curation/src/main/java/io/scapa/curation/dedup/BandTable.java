package io.scapa.curation.dedup;

import java.io.IOException;
import java.util.Arrays;

/** The bands of every candidate, 4 bytes a band, and the pairs that share one. */
public final class BandTable {
    /** In a crowded bucket a document is compared with so many of the best only; the others would say nothing new. */
    private static final int COMPARED = 64;

    private final int[][] bands;
    private boolean[] filled = new boolean[1024];
    private int size;

    public BandTable(int bandCount) {
        bands = new int[bandCount][1024];
    }

    /** Adds the next candidate; empty bands stand for a text without words, which is like no other. */
    public void add(int[] values) {
        if (size == filled.length) {
            int capacity = size + (size >> 1);
            filled = Arrays.copyOf(filled, capacity);
            for (int band = 0; band < bands.length; band++) {
                bands[band] = Arrays.copyOf(bands[band], capacity);
            }
        }
        filled[size] = values.length > 0;
        for (int band = 0; band < values.length; band++) {
            bands[band][size] = values[band];
        }
        size++;
    }

    /**
     * The pairs of rows that share a band.
     *
     * @param ranked rows from the best survivor to the worst
     * @param pairs takes {@code later << 32 | earlier} by rank
     */
    void pairs(int[] ranked, PairSpill pairs) throws IOException {
        long[] members = new long[ranked.length];
        for (int[] band : bands) {
            int count = 0;
            for (int rank = 0; rank < ranked.length; rank++) {
                if (filled[ranked[rank]]) {
                    members[count++] = (long) band[ranked[rank]] << 32 | rank;
                }
            }
            Arrays.sort(members, 0, count);
            buckets(members, count, pairs);
        }
    }

    /** Members are sorted by their band, then by rank. */
    private static void buckets(long[] members, int count, PairSpill pairs) throws IOException {
        for (int from = 0; from < count; ) {
            int until = from + 1;
            while (until < count && members[until] >> 32 == members[from] >> 32) {
                until++;
            }
            for (int later = from + 1; later < until; later++) {
                for (int earlier = from; earlier < Math.min(later, from + COMPARED); earlier++) {
                    pairs.add(members[later] << 32 | (int) members[earlier]);
                }
            }
            from = until;
        }
    }
}
