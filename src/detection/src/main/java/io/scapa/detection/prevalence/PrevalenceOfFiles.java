package io.scapa.detection.prevalence;

import io.scapa.detection.Assessor;
import io.scapa.detection.BatchAssessor;
import io.scapa.text.io.DocumentLine;
import io.scapa.text.io.DocumentReader;
import io.scapa.text.io.ReadLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Assesses the documents of files on several threads and counts them in a tally, in bounded memory. */
public final class PrevalenceOfFiles implements AutoCloseable {
    private final BatchAssessor batch;
    private final ReadLimits limits;

    /** Hears of lines that hold no document, and of the count. Called on the thread that counts. */
    public interface Listener {
        /** A line that holds no document; what it throws ends the counting. */
        void rejected(Path file, DocumentLine.Bad line);

        /** How many documents of a file are counted by now. */
        void counted(Path file, long documents);
    }

    /**
     * @param threads how many assess, 1 or more
     * @param limits the longest line that is read
     */
    public PrevalenceOfFiles(Assessor assessor, int threads, ReadLimits limits) {
        this.batch = new BatchAssessor(assessor, threads);
        this.limits = limits;
    }

    /**
     * Counts a file of JSON lines, plain, gzip or zstd.
     *
     * @return how many documents it held
     * @throws IOException where the file cannot be opened
     * @throws TooManyGroupsException where the tally's dimensions tell too many groups apart
     */
    public long count(Path file, PrevalenceTally tally, Listener listener) throws IOException {
        long[] documents = new long[1];
        try (DocumentReader reader = DocumentReader.open(file, limits)) {
            batch.assess(
                    new GoodLines(reader, line -> listener.rejected(file, line)),
                    DocumentLine.Good::document,
                    (line, assessment) -> {
                        tally.add(line.document(), assessment);
                        listener.counted(file, ++documents[0]);
                    });
        }
        return documents[0];
    }

    @Override
    public void close() {
        batch.close();
    }

    /** The documents among lines. */
    private static final class GoodLines implements Iterator<DocumentLine.Good> {
        private final Iterator<DocumentLine> lines;
        private final Consumer<DocumentLine.Bad> rejected;
        private DocumentLine.@Nullable Good next;

        GoodLines(Iterator<DocumentLine> lines, Consumer<DocumentLine.Bad> rejected) {
            this.lines = lines;
            this.rejected = rejected;
        }

        @Override
        public boolean hasNext() {
            while (next == null && lines.hasNext()) {
                switch (lines.next()) {
                    case DocumentLine.Good good -> next = good;
                    case DocumentLine.Bad bad -> rejected.accept(bad);
                }
            }
            return next != null;
        }

        @Override
        public DocumentLine.Good next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no more documents");
            }
            DocumentLine.Good found = Objects.requireNonNull(next);
            next = null;
            return found;
        }
    }
}
