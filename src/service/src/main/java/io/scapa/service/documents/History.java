package io.scapa.service.documents;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scapa.provenance.Assessment;
import io.scapa.provenance.Document;
import org.jspecify.annotations.Nullable;

/**
 * What goes into a content's history by itself. It outlives erasure: so it holds no text and nothing that names a person.
 *
 * @param kind what sort of entry
 * @param origin what it says of the origin, or null
 * @param agent who says it
 * @param evidence on what ground
 */
record History(Assertion.Kind kind, @Nullable String origin, String agent, ObjectNode evidence) {

    static History ofSighting(Submission submission) {
        Document document = submission.document();
        ObjectNode evidence = JsonNodeFactory.instance.objectNode();
        if (document.publishedAt() != null) {
            evidence.put("publishedAt", document.publishedAt().toString());
        }
        if (document.crawledAt() != null) {
            evidence.put("crawledAt", document.crawledAt().toString());
        }
        if (document.generator() != null) {
            evidence.put("generator", document.generator());
        }
        return new History(
                Assertion.Kind.SIGHTING,
                document.declaredOrigin() == null
                        ? null
                        : document.declaredOrigin().name(),
                submission.source().isEmpty() ? "unnamed source" : "source " + submission.source(),
                evidence);
    }

    static History ofAssessment(Assessment assessment) {
        ObjectNode evidence = JsonNodeFactory.instance.objectNode();
        evidence.put("release", assessment.release())
                .put("score", assessment.synthetic().score())
                .put("probability", assessment.synthetic().probability());
        return new History(
                Assertion.Kind.ASSESSMENT,
                assessment.synthetic().verdict().origin().name(),
                "release " + assessment.release(),
                evidence);
    }
}
