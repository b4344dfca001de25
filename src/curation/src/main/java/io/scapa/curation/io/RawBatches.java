package io.scapa.curation.io;

import io.scapa.curation.parallel.InOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of files, one file after the other, in batches that a thread takes at once. One file is open at a time. */
final class RawBatches implements InOrder.Source<RawBatches.Batch>, AutoCloseable {
    private static final int MOST_RECORDS = 64;
    private static final long MOST_BYTES = 1 << 20;

    private final Iterator<Path> files;
    private @Nullable Path file;
    private @Nullable RawDocuments open;

    RawBatches(List<Path> files) {
        this.files = List.copyOf(files).iterator();
    }

    /**
     * Records of one file.
     *
     * @param file where they stand
     * @param records in order
     */
    record Batch(Path file, List<RawDocument> records) {}

    @Override
    public @Nullable Batch next() throws IOException {
        while (true) {
            RawDocuments from = open;
            Path at = file;
            if (from == null || at == null) {
                if (!files.hasNext()) {
                    return null;
                }
                at = files.next();
                file = at;
                open = InputFormat.of(at).open(at);
                continue;
            }
            Batch batch = batch(at, from);
            if (!batch.records.isEmpty()) {
                return batch;
            }
            close();
        }
    }

    private static Batch batch(Path at, RawDocuments from) throws IOException {
        List<RawDocument> records = new ArrayList<>();
        long bytes = 0;
        while (records.size() < MOST_RECORDS && bytes < MOST_BYTES) {
            RawDocument next = from.next();
            if (next == null) {
                break;
            }
            records.add(next);
            bytes += next.size();
        }
        return new Batch(at, records);
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
