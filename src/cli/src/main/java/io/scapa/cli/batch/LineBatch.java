package io.scapa.cli.batch;

import io.scapa.text.io.LineReader;
import io.scapa.text.io.RawLine;
import io.scapa.text.io.ReadLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Lines of one file that a worker takes at once.
 *
 * @param file where they stand
 * @param lines in order
 */
public record LineBatch(Path file, List<RawLine> lines) {
    private static final int MOST_LINES = 64;
    private static final long MOST_BYTES = 1 << 20;

    /** The lines of files, one file after the other; one file is open at a time. */
    public static Reader read(List<Path> files, ReadLimits limits) {
        return new Reader(files, limits);
    }

    /** Reads batches. Failing to open or read a file comes out as {@link UncheckedIOException}. */
    public static final class Reader implements Iterator<LineBatch>, AutoCloseable {
        private final Iterator<Path> files;
        private final ReadLimits limits;
        private @Nullable Path file;
        private @Nullable LineReader lines;

        private Reader(List<Path> files, ReadLimits limits) {
            this.files = List.copyOf(files).iterator();
            this.limits = limits;
        }

        @Override
        public boolean hasNext() {
            try {
                while (lines == null || !lines.hasNext()) {
                    close();
                    if (!files.hasNext()) {
                        return false;
                    }
                    file = files.next();
                    lines = LineReader.open(file, limits);
                }
                return true;
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }

        @Override
        public LineBatch next() {
            if (!hasNext() || lines == null || file == null) {
                throw new NoSuchElementException();
            }
            List<RawLine> batch = new ArrayList<>();
            long bytes = 0;
            do {
                RawLine line = lines.next();
                batch.add(line);
                bytes += line instanceof RawLine.Utf8 utf8 ? utf8.bytes().length : 0;
            } while (batch.size() < MOST_LINES && bytes < MOST_BYTES && lines.hasNext());
            return new LineBatch(file, batch);
        }

        @Override
        public void close() throws IOException {
            if (lines != null) {
                lines.close();
                lines = null;
            }
        }
    }
}
