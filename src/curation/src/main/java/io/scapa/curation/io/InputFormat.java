package io.scapa.curation.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** The formats of inputs, told by the end of a file's name. */
enum InputFormat {
    /** JSON lines; also what has no known name. */
    JSON_LINES;

    static InputFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return JSON_LINES;
    }

    RawDocuments open(Path file) throws IOException {
        return switch (this) {
            case JSON_LINES -> new JsonLinesInput(file);
        };
    }
}
