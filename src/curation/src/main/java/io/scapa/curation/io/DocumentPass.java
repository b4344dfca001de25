package io.scapa.curation.io;

import io.scapa.curation.parallel.InOrder;
import io.scapa.provenance.Document;
import io.scapa.text.io.DocumentLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the documents of files of any known format: each document is worked on by several threads, results come in order. A pass
 * may begin behind a number of documents, inside a file.
 *
 * @param <T> what the work gives
 */
public final class DocumentPass<T> implements AutoCloseable {
    private final RawBatches raw;
    private final InOrder<RawBatches.Batch, Parsed> parsed;
    private final InOrder<Parsed, List<Line<T>>> worked;
    private long skip;

    /**
     * A pass.
     *
     * @param threads 1 or more
     * @param skip so many documents at the beginning are passed over
     * @param work safe for use by several threads
     */
    public DocumentPass(List<Path> files, int threads, long skip, Function<Document, T> work) {
        this.raw = new RawBatches(files);
        this.skip = skip;
        this.parsed = new InOrder<>(
                threads,
                raw,
                batch -> new Parsed(
                        batch.file(),
                        batch.records().stream().map(RawDocument::parse).toList(),
                        0));
        this.worked = new InOrder<>(threads, this::placed, batch -> work(batch, work));
    }

    private record Parsed(Path file, List<DocumentLine> lines, long skip) {}

    /**
     * What came of one record.
     *
     * @param file where it stands
     * @param bad what is wrong with it, or null where it holds a document
     * @param result of the work, or null where it is bad or was passed over
     */
    public record Line<T>(
            Path file,
            DocumentLine.@Nullable Bad bad,
            @Nullable T result) {}

    private @Nullable Parsed placed() throws IOException {
        Parsed next = parsed.next();
        if (next == null) {
            return null;
        }
        long here = skip;
        skip -= Math.min(
                skip,
                next.lines.stream().filter(DocumentLine.Good.class::isInstance).count());
        return new Parsed(next.file, next.lines, here);
    }

    private static <T> List<Line<T>> work(Parsed batch, Function<Document, T> work) {
        List<Line<T>> lines = new ArrayList<>(batch.lines.size());
        long left = batch.skip;
        for (DocumentLine line : batch.lines) {
            switch (line) {
                case DocumentLine.Bad bad -> lines.add(new Line<>(batch.file, bad, null));
                case DocumentLine.Good good -> {
                    lines.add(new Line<>(batch.file, null, left > 0 ? null : work.apply(good.document())));
                    left--;
                }
            }
        }
        return lines;
    }

    /** The next records, or null at the end. */
    public @Nullable List<Line<T>> next() throws IOException {
        return worked.next();
    }

    @Override
    public void close() throws IOException {
        worked.close();
        parsed.close();
        raw.close();
    }
}
