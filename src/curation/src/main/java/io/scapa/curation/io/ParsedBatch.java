package io.scapa.curation.io;

import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Document;
import io.scapa.text.io.DocumentLine;
import io.scapa.text.view.TextViews;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a batch of records.
 *
 * @param file where they stand
 * @param items in order
 */
record ParsedBatch(Path file, List<Item> items) {
    /** A record, taken apart. */
    sealed interface Item {}

    /**
     * A document with all that its text alone says.
     *
     * @param number of its record, from 1
     * @param document with its id
     * @param clean the clean view of its text
     * @param hash the clean view's
     * @param tokens its length in the recipe's tokenizer, or -1 where the assessment's count is the recipe's
     */
    record Text(long number, Document document, String clean, ContentHash hash, int tokens) implements Item {}

    /** A record that holds no document. */
    record Bad(DocumentLine.Bad line) implements Item {}

    /** Takes a batch apart. */
    static ParsedBatch of(RawBatches.Batch batch, @Nullable TokenCounts counts) {
        List<Item> items = new ArrayList<>(batch.records().size());
        for (RawDocument record : batch.records()) {
            items.add(
                    switch (record.parse()) {
                        case DocumentLine.Bad bad -> new Bad(bad);
                        case DocumentLine.Good good -> text(good, counts);
                    });
        }
        return new ParsedBatch(batch.file(), items);
    }

    private static Text text(DocumentLine.Good good, @Nullable TokenCounts counts) {
        Document document = good.document();
        String clean = TextViews.of(document.text()).clean().text();
        ContentHash hash = ContentHash.ofCleanText(clean);
        boolean named = document.id() != null && !document.id().isEmpty();
        return new Text(
                good.number(),
                named ? document : document.withId(hash.hex()),
                clean,
                hash,
                counts == null ? -1 : counts.of(hash, clean));
    }
}
