package io.scapa.curation.io;

import io.scapa.text.io.DocumentLine;
import io.scapa.text.io.DocumentParser;
import io.scapa.text.io.LineReader;
import io.scapa.text.io.RawLine;
import io.scapa.text.io.ReadLimits;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** JSON lines, plain, gzip or zstd. */
final class JsonLinesInput implements RawDocuments {
    private final LineReader lines;
    private final DocumentParser parser = new DocumentParser();

    JsonLinesInput(Path file) throws IOException {
        this.lines = LineReader.open(file, ReadLimits.STANDARD);
    }

    private record Line(RawLine raw, DocumentParser parser) implements RawDocument {
        @Override
        public int size() {
            return raw instanceof RawLine.Utf8 utf8 ? utf8.bytes().length : 0;
        }

        @Override
        public DocumentLine parse() {
            return parser.parse(raw);
        }
    }

    @Override
    public @Nullable RawDocument next() {
        return lines.hasNext() ? new Line(lines.next(), parser) : null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
