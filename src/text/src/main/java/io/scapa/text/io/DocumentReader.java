package io.scapa.text.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;

/**
 * Streams the documents of a file of JSON lines, plain, gzip or zstd. Every line that is not blank gives a document or says
 * what is wrong with it: nothing in the file stops the reading, and memory is bounded by the longest line.
 *
 * <pre>{@code
 * try (DocumentReader reader = DocumentReader.open(path, ReadLimits.STANDARD)) {
 *     while (reader.hasNext()) {
 *         switch (reader.next()) {
 *             case DocumentLine.Good good -> assess(good.document());
 *             case DocumentLine.Bad bad -> report(path, bad);
 *         }
 *     }
 * }
 * }</pre>
 *
 * Not thread-safe. To parse on several threads take a {@link LineReader} and a {@link DocumentParser}.
 */
public final class DocumentReader implements Iterator<DocumentLine>, AutoCloseable {
    private final LineReader lines;
    private final DocumentParser parser = new DocumentParser();

    private DocumentReader(LineReader lines) {
        this.lines = lines;
    }

    /**
     * Opens a file.
     *
     * @throws IOException where it cannot be opened
     */
    public static DocumentReader open(Path path, ReadLimits limits) throws IOException {
        return new DocumentReader(LineReader.open(path, limits));
    }

    /** Reads a stream of JSON lines that is already unpacked; closing the reader closes it. */
    public static DocumentReader of(InputStream in, ReadLimits limits) {
        return new DocumentReader(LineReader.of(in, limits));
    }

    @Override
    public boolean hasNext() {
        return lines.hasNext();
    }

    @Override
    public DocumentLine next() {
        return parser.parse(lines.next());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
