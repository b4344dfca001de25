package io.scapa.cli.curate;

import io.scapa.curation.io.DocumentFiles;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Candidates and what was made to have them.
 *
 * @param source the candidates
 * @param made assessments of this very call, or null
 */
record OpenCandidates(DocumentFiles source, @Nullable AssessedFile made) {
    /** The job is done: what was made for it is not wanted any more. */
    void done() throws IOException {
        if (made != null) {
            made.delete();
        }
    }
}
