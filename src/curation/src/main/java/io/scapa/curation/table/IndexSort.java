package io.scapa.curation.table;

/** Stable merge sort of index arrays by a comparison of indices, without boxing. */
public final class IndexSort {
    private static final int INSERTION = 12;

    private IndexSort() {}

    /** Compares two indices. */
    @FunctionalInterface
    public interface Order {
        /** Negative, zero or positive, as {@link java.util.Comparator#compare}. */
        int compare(int a, int b);
    }

    /** Sorts in place. */
    public static void sort(int[] indices, Order order) {
        sort(indices, indices.clone(), 0, indices.length, order);
    }

    private static void sort(int[] to, int[] scratch, int from, int until, Order order) {
        if (until - from <= INSERTION) {
            insertion(to, from, until, order);
            return;
        }
        int middle = (from + until) >>> 1;
        sort(to, scratch, from, middle, order);
        sort(to, scratch, middle, until, order);
        if (order.compare(to[middle - 1], to[middle]) <= 0) {
            return;
        }
        System.arraycopy(to, from, scratch, from, until - from);
        for (int at = from, left = from, right = middle; at < until; at++) {
            boolean takeLeft = right >= until || left < middle && order.compare(scratch[left], scratch[right]) <= 0;
            to[at] = takeLeft ? scratch[left++] : scratch[right++];
        }
    }

    private static void insertion(int[] indices, int from, int until, Order order) {
        for (int i = from + 1; i < until; i++) {
            int moved = indices[i];
            int j = i;
            for (; j > from && order.compare(indices[j - 1], moved) > 0; j--) {
                indices[j] = indices[j - 1];
            }
            indices[j] = moved;
        }
    }
}
