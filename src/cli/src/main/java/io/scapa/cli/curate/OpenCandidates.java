package io.scapa.cli.curate;

import io.scapa.curation.io.DocumentFiles;
import io.scapa.curation.io.TokenCountFile;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Candidates and what was made to have them.
 *
 * @param source the candidates
 * @param made assessments of this very call, or null
 * @param counts lengths that are kept from call to call, or null
 */
record OpenCandidates(
        DocumentFiles source,
        @Nullable AssessedFile made,
        @Nullable TokenCountFile counts) implements AutoCloseable {
    /** The job is done: what was made for it is not wanted any more. */
    void done() throws IOException {
        if (made != null) {
            made.delete();
        }
    }

    @Override
    public void close() throws IOException {
        if (counts != null) {
            counts.close();
        }
    }
}
