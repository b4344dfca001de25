package io.scapa.service.documents;

import com.fasterxml.jackson.databind.JsonNode;
import io.scapa.provenance.ContentHash;
import io.scapa.provenance.Document;
import io.scapa.service.problem.Fault;
import io.scapa.service.problem.Problem;
import io.scapa.service.problem.ProblemException;
import io.scapa.text.json.BadDocumentException;
import io.scapa.text.json.DocumentJson;
import io.scapa.text.json.FieldError;
import io.scapa.text.view.TextViews;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document as posted, read and hashed.
 *
 * @param document as posted
 * @param clean the clean view of its text, not blank
 * @param hash of the clean view
 */
record Submission(Document document, String clean, String hash) {
    private static final int LONGEST_NAME = 1024;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** @throws ProblemException with every fault of its fields */
    static Submission read(JsonNode json) {
        try {
            Document document = DocumentJson.read(json);
            requireShort("id", document.id());
            requireShort("source", document.source());
            requireCalendar("publishedAt", document.publishedAt());
            requireCalendar("crawledAt", document.crawledAt());
            String clean = TextViews.of(document.text()).clean().text();
            if (clean.isBlank()) {
                throw ProblemException.badInput(
                        "text",
                        "at least one visible character",
                        document.text().length() + " characters, none of them visible");
            }
            return new Submission(
                    document, clean, ContentHash.ofCleanText(clean).hex());
        } catch (BadDocumentException e) {
            throw new ProblemException(
                    Problem.badInput(e.errors().stream().map(Submission::fault).toList()));
        }
    }

    private static void requireShort(String field, @Nullable String value) {
        if (value != null && value.length() > LONGEST_NAME) {
            throw ProblemException.badInput(
                    field, "at most " + LONGEST_NAME + " characters", value.length() + " characters");
        }
    }

    private static void requireCalendar(String field, @Nullable Instant instant) {
        if (instant != null && (instant.isBefore(EARLIEST) || instant.isAfter(LATEST))) {
            throw ProblemException.badInput(field, "a date from " + EARLIEST + " to " + LATEST, instant.toString());
        }
    }

    private static Fault fault(FieldError error) {
        return Fault.of(error.field(), error.expectation(), error.got());
    }

    /** The client's id; the hash where it gave none. */
    String id() {
        return document.id() == null ? hash : document.id();
    }

    /** The source; empty where nobody said. */
    String source() {
        return document.source() == null ? "" : document.source();
    }
}
