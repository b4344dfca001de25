package io.scapa.curation.io;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.curation.shard.ParquetRows;
import io.scapa.text.io.DocumentLine;
import io.scapa.text.json.BadDocumentException;
import io.scapa.text.json.DocumentJson;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Parquet with a column {@code text}; other columns are taken as the fields of a document line are. */
final class ParquetInput implements RawDocuments {
    private final ParquetRows rows;
    private long number;
    private boolean ended;

    ParquetInput(Path file) throws IOException {
        this.rows = ParquetRows.open(file, "text");
    }

    private record Row(long number, ObjectNode json) implements RawDocument {
        @Override
        public int size() {
            return json.path("text").asText().length();
        }

        @Override
        public DocumentLine parse() {
            try {
                return new DocumentLine.Good(number, DocumentJson.read(json), json);
            } catch (BadDocumentException e) {
                return new DocumentLine.Bad(
                        number,
                        String.valueOf(e.getMessage()),
                        e.errors().getFirst().field(),
                        "");
            }
        }
    }

    private record Broken(DocumentLine.Bad line) implements RawDocument {
        @Override
        public int size() {
            return 0;
        }

        @Override
        public DocumentLine parse() {
            return line;
        }
    }

    @Override
    public @Nullable RawDocument next() {
        if (ended) {
            return null;
        }
        number++;
        try {
            ObjectNode row = rows.next();
            ended = row == null;
            return row == null ? null : new Row(number, row);
        } catch (IOException e) {
            ended = true;
            return new Broken(
                    new DocumentLine.Bad(number, "the file breaks off here (" + e.getMessage() + ")", null, ""));
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
