package io.scapa.curation.io;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of one input, in their order, in bounded memory. Not safe for several threads. */
interface RawDocuments extends AutoCloseable {
    /**
     * The next record, or null at the end.
     *
     * @throws IOException where the input cannot be read at all; a record that is wrong comes as one that says so
     */
    @Nullable
    RawDocument next() throws IOException;

    @Override
    void close() throws IOException;
}
