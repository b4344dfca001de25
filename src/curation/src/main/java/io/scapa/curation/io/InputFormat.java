package io.scapa.curation.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** The formats of inputs, told by the end of a file's name. */
enum InputFormat {
    /** Rows of columns. */
    PARQUET,
    /** Pages as they were fetched. */
    WARC,
    /** JSON lines; also what has no known name. */
    JSON_LINES;

    static InputFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".parquet")) {
            return PARQUET;
        }
        return name.endsWith(".warc") || name.endsWith(".warc.gz") ? WARC : JSON_LINES;
    }

    /** Whether a file of a folder is taken for documents by its name. */
    static boolean isKnown(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return !name.startsWith(".")
                && (of(file) != JSON_LINES || name.matches(".*\\.(jsonl|ndjson|json)(\\.(gz|zst))?"));
    }

    RawDocuments open(Path file) throws IOException {
        return switch (this) {
            case PARQUET -> new ParquetInput(file);
            case WARC -> new WarcInput(file);
            case JSON_LINES -> new JsonLinesInput(file);
        };
    }
}
