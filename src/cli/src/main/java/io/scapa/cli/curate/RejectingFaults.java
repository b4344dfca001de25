package io.scapa.cli.curate;

import io.scapa.cli.batch.RejectedLines;
import io.scapa.curation.io.LineFaults;
import io.scapa.text.io.DocumentLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Hands the lines that curation cannot use to where the command line puts bad lines. */
record RejectingFaults(RejectedLines rejected) implements LineFaults {
    @Override
    public void fault(Path file, long line, String reason, @Nullable String field, String excerpt) {
        try {
            rejected.reject(file, new DocumentLine.Bad(line, reason, field, excerpt));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
