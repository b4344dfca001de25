package io.scapa.curation;

import org.jspecify.annotations.Nullable;

/**
 * How an export is run. None of this changes a byte of the dataset.
 *
 * @param threads that compress shards, 1 or more
 * @param acceptShortages whether a dataset is written although the recipe cannot be fulfilled; the manifest then lists what is
 *     short
 * @param replace whether an existing dataset at the target is replaced
 * @param earlier the dataset that the recipe's {@code remixOf} names, or null where it names none
 */
public record ExportOptions(
        int threads,
        boolean acceptShortages,
        boolean replace,
        @Nullable EarlierDataset earlier) {
    public ExportOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("an export needs 1 thread or more, got " + threads);
        }
    }

    /** The same for a dataset that is nobody's re-mix. */
    public ExportOptions(int threads, boolean acceptShortages, boolean replace) {
        this(threads, acceptShortages, replace, null);
    }

    /** Two threads at most, shortages refused, nothing replaced. */
    public static ExportOptions standard() {
        return new ExportOptions(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 2), false, false);
    }
}
