package io.scapa.curation;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Port: the assessed documents. It is read more than once, so it gives the same documents each time; the order is free and may
 * differ. Texts are asked for only where they are needed, and never all held.
 */
public interface CandidateSource {
    /**
     * Starts a pass over all candidates.
     *
     * @throws IOException where the source cannot be read
     */
    Cursor open() throws IOException;

    /** One pass. Not safe for several threads. */
    interface Cursor extends AutoCloseable {
        /**
         * The next candidate, or null after the last.
         *
         * @throws IOException where the source cannot be read
         */
        @Nullable
        Candidate next() throws IOException;

        @Override
        void close() throws IOException;
    }
}
