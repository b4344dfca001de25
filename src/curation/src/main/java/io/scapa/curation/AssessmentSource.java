package io.scapa.curation;

import io.scapa.provenance.Assessment;
import io.scapa.provenance.Document;
import org.jspecify.annotations.Nullable;

/** Port: where the assessment of a document comes from that none was given for. The outer modules wire detection behind it. */
@FunctionalInterface
public interface AssessmentSource {
    /**
     * Assesses a document; the same document gets the same assessment each time.
     *
     * @param document with its id
     * @return the assessment, or null where none can be had
     */
    @Nullable
    Assessment assess(Document document);

    /** None can be had. */
    static AssessmentSource none() {
        return document -> null;
    }
}
