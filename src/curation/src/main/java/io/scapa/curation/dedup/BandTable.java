package io.scapa.curation.dedup;

import io.scapa.curation.table.IndexSort;
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
     * @return {@code later << 32 | earlier} by rank, ascending, each pair once
     */
    public long[] pairs(int[] ranked) {
        LongList pairs = new LongList();
        int[] order = new int[ranked.length];
        for (int[] band : bands) {
            int members = 0;
            for (int rank = 0; rank < ranked.length; rank++) {
                if (filled[ranked[rank]]) {
                    order[members++] = rank;
                }
            }
            int[] sorted = Arrays.copyOf(order, members);
            IndexSort.sort(sorted, (a, b) -> Integer.compare(band[ranked[a]], band[ranked[b]]));
            buckets(band, ranked, sorted, pairs);
        }
        return pairs.sortedDistinct();
    }

    /** The sort is stable, so ranks ascend within a bucket. */
    private static void buckets(int[] band, int[] ranked, int[] sorted, LongList pairs) {
        for (int from = 0; from < sorted.length; ) {
            int until = from + 1;
            while (until < sorted.length && band[ranked[sorted[until]]] == band[ranked[sorted[from]]]) {
                until++;
            }
            for (int later = from + 1; later < until; later++) {
                for (int earlier = from; earlier < Math.min(later, from + COMPARED); earlier++) {
                    pairs.add((long) sorted[later] << 32 | sorted[earlier]);
                }
            }
            from = until;
        }
    }

    /** Longs that grow. */
    private static final class LongList {
        private long[] values = new long[1024];
        private int count;

        private void add(long value) {
            if (count == values.length) {
                compact();
            }
            values[count++] = value;
        }

        /** Pairs show in several bands: dropping repetitions may be all the room that is needed. */
        private void compact() {
            values = sortedDistinct();
            count = values.length;
            values = Arrays.copyOf(values, Math.max(2048, Math.toIntExact(count * 2L)));
        }

        private long[] sortedDistinct() {
            Arrays.sort(values, 0, count);
            int kept = 0;
            for (int i = 0; i < count; i++) {
                if (i == 0 || values[i] != values[kept - 1]) {
                    values[kept++] = values[i];
                }
            }
            return Arrays.copyOf(values, kept);
        }
    }
}
