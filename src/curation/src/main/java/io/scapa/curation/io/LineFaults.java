package io.scapa.curation.io;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Port: who is told of lines that cannot be used. They never stop a batch by themselves. */
@FunctionalInterface
public interface LineFaults {
    /**
     * Tells of a line.
     *
     * @param file which file
     * @param line its number, from 1
     * @param reason what is wrong with it
     * @param field the field that is wrong, or null
     * @param excerpt how it starts
     */
    void fault(Path file, long line, String reason, @Nullable String field, String excerpt);

    /** Nobody is told. */
    static LineFaults ignored() {
        return (file, line, reason, field, excerpt) -> {};
    }
}
