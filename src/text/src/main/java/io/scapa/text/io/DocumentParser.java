package io.scapa.text.io;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.scapa.text.json.BadDocumentException;
import io.scapa.text.json.DocumentJson;
import io.scapa.text.json.FieldError;
import io.scapa.text.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Makes a document out of a line, or says what is wrong. Safe for use by several threads. */
public final class DocumentParser {
    private final ObjectReader trees = Json.mapper().readerFor(JsonNode.class);

    /** Reads one line; never throws for what the line holds. */
    public DocumentLine parse(RawLine line) {
        return switch (line) {
            case RawLine.Broken broken ->
                new DocumentLine.Bad(broken.number(), broken.reason(), null, broken.excerpt());
            case RawLine.Utf8 utf8 -> parse(utf8);
        };
    }

    private DocumentLine parse(RawLine.Utf8 line) {
        try {
            JsonNode raw = trees.readTree(line.bytes());
            return new DocumentLine.Good(line.number(), DocumentJson.read(raw), raw);
        } catch (JsonProcessingException e) {
            return bad(line, broken(e), null);
        } catch (BadDocumentException e) {
            FieldError first = e.errors().getFirst();
            return bad(line, e.getMessage(), first.field().isEmpty() ? null : first.field());
        } catch (IOException e) {
            throw new UncheckedIOException("reading bytes in memory", e);
        }
    }

    private static DocumentLine bad(RawLine.Utf8 line, String reason, @Nullable String field) {
        return new DocumentLine.Bad(line.number(), reason, field, Utf8.excerpt(line.bytes(), 0, line.bytes().length));
    }

    private static String broken(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String where = at == null ? "" : " at column " + Math.max(1, at.getColumnNr());
        return "not JSON" + where + ": " + e.getOriginalMessage();
    }
}
