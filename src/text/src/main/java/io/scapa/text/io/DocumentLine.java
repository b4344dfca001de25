package io.scapa.text.io;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.provenance.Document;
import org.jspecify.annotations.Nullable;

/** One line of a file of documents: a document, or what is wrong with it. */
public sealed interface DocumentLine {
    /** The line's number in the file, from 1. */
    long number();

    /**
     * A line that holds a document.
     *
     * @param number the line's number, from 1
     * @param document what it says
     * @param raw all that stands there
     */
    record Good(long number, Document document, JsonNode raw) implements DocumentLine {}

    /**
     * A line that holds none.
     *
     * @param number the line's number, from 1
     * @param reason what was expected and what stands there
     * @param field the wrong field (the first of several), or null where the line as a whole is wrong
     * @param excerpt how the line starts, for a reader
     */
    record Bad(long number, String reason, @Nullable String field, String excerpt) implements DocumentLine {}
}
